using Spectre.Console;

namespace LocalFunctionsHost.Terminal;

/// <summary>Shows a run: as a bar with the phase, or until when it waits and for what; as lines where there is no terminal.</summary>
internal sealed class RunView(TextWriter output, IAnsiConsole? terminal, TimeProvider time)
{
    private string? _last;

    /// <summary>Shows what <paramref name="watch"/> hands on when it looks at the run: its custom status (JSON, null for none).</summary>
    public Task<T> ShowAsync<T>(string orchestration, Func<Action<string?>, Task<T>> watch) => terminal is null
        ? watch(WriteLine)
        : terminal.Progress()
            .AutoClear(true)
            .Columns(
                new SpinnerColumn(),
                new ProgressBarColumn { Width = 24 },
                new TaskDescriptionColumn { Alignment = Justify.Left },
                new ElapsedTimeColumn())
            .StartAsync(context =>
            {
                var bar = context.AddTask(orchestration.EscapeMarkup());
                bar.IsIndeterminate = true;
                return watch(customStatus => Draw(bar, customStatus));
            });

    private void WriteLine(string? customStatus)
    {
        if (customStatus is null || string.Equals(customStatus, _last, StringComparison.Ordinal))
        {
            return;
        }

        _last = customStatus;
        var text = $"status: {customStatus}";
        if (RunStatus.Read(customStatus) is { } status)
        {
            var steps = status.Steps.Length == 0 ? "" : $" ({status.Steps})";
            text = $"{status.Phase}{steps}{(status.Waiting is { } wait ? $": {wait.Text(time)}" : "")}";
        }

        output.WriteLine($"{time.GetLocalNow():HH:mm:ss} {text}");
    }

    private void Draw(ProgressTask bar, string? customStatus)
    {
        if (customStatus is null)
        {
            return;
        }

        var status = RunStatus.Read(customStatus);
        bar.IsIndeterminate = status is not { Total: > 0 };
        if (status is { Total: { } total and > 0 })
        {
            bar.MaxValue = total;

            // A full bar would end the display; the run is over when its watcher says so.
            bar.Value = Math.Min(status.Done ?? 0, total - 0.01);
        }

        var steps = status is { Steps.Length: > 0 } ? $" [dim]{status.Steps}[/]" : "";
        bar.Description = status?.Waiting is { } wait
            ? $"[yellow]{wait.Text(time).EscapeMarkup()}[/]"
            : $"{(status?.Phase ?? customStatus).EscapeMarkup()}{steps}";
    }
}
