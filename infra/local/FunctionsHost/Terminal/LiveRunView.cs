using Spectre.Console;

namespace LocalFunctionsHost.Terminal;

/// <summary>Shows a run as a bar that goes on, with the phase, or until when it waits and for what.</summary>
/// <param name="console">The terminal.</param>
/// <param name="name">What runs.</param>
/// <param name="time">The clock that waits are counted on.</param>
internal sealed class LiveRunView(IAnsiConsole console, string name, TimeProvider time) : IRunView
{
    /// <inheritdoc />
    public Task<T> ShowAsync<T>(Func<Action<string?>, Task<T>> watch) => console.Progress()
        .AutoClear(true)
        .Columns(new SpinnerColumn(), new ProgressBarColumn { Width = 24 }, new TaskDescriptionColumn { Alignment = Justify.Left }, new ElapsedTimeColumn())
        .StartAsync(context =>
        {
            var task = context.AddTask(name.EscapeMarkup());
            task.IsIndeterminate = true;
            return watch(customStatus => Show(task, customStatus));
        });

    private void Show(ProgressTask task, string? customStatus)
    {
        if (customStatus is null)
        {
            return;
        }

        var status = RunStatus.Read(customStatus);
        task.IsIndeterminate = status is not { Total: > 0 };
        if (status is { Total: { } total and > 0 })
        {
            task.MaxValue = total;

            // A full bar would end the display; the run is over when its watcher says so.
            task.Value = Math.Min(status.Done ?? 0, total - 0.01);
        }

        var steps = status is { Steps.Length: > 0 } ? $" [dim]{status.Steps}[/]" : "";
        task.Description = status?.Waiting is { } waiting
            ? $"[yellow]{waiting.Text(time.GetUtcNow(), time.LocalTimeZone).EscapeMarkup()}[/]"
            : $"{(status?.Phase ?? customStatus).EscapeMarkup()}{steps}";
    }
}
