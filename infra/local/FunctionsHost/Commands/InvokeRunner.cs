using System.Text.Encodings.Web;
using DurableSqlite.Storage;
using DurableTask.Core;
using Newtonsoft.Json.Linq;

namespace LocalFunctionsHost.Commands;

/// <summary>Runs one orchestration to its end for a person at a terminal; what is new is of a version, or of none ("").</summary>
internal sealed class InvokeRunner(InvokeCommand command, IOrchestrationServiceClient client, string version, HostSetup setup)
{
    // What has begun and set no custom status has this one, on every storage.
    private const string NoStatus = "null";

    private static readonly TimeSpan FirstLook = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan SlowestLook = TimeSpan.FromMilliseconds(100);

    // Not for a browser: umlauts and quotes stay what they are.
    private static readonly JsonSerializerOptions Readable =
        new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly string _id = command.InstanceId ?? Guid.NewGuid().ToString("N");

    /// <summary>Why there is no output; null where there is one. To be told last, when the host's own lines are over.</summary>
    public string? Problem { get; private set; }

    /// <summary>Returns the exit code.</summary>
    public async Task<int> RunAsync(RunView view, CancellationToken stopping)
    {
        using var timeout = new CancellationTokenSource(command.Timeout ?? Timeout.InfiniteTimeSpan, setup.Time);
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(stopping, timeout.Token);
        try
        {
            Problem = await StartAsync()
                ?? await ReportAsync(await view.ShowAsync(command.Orchestration, show => WatchAsync(show, waiting.Token)));
        }
        catch (OperationCanceledException) when (waiting.IsCancellationRequested)
        {
            var why = timeout.IsCancellationRequested ? $"{command.Orchestration} has not ended within {command.Timeout:c}" : "Interrupted";
            Problem = $"{why}. Go on with: invoke {command.Orchestration} --instance-id {_id}";
        }

        return Problem is null ? 0 : 1;
    }

    private async Task<string?> StartAsync()
    {
        var existing = command.InstanceId is null ? null : await client.GetOrchestrationStateAsync(_id, executionId: null);
        if (existing is null)
        {
            // Handed on as it was typed: neither numbers nor times are read on the way.
            var input = command.Input is null ? null : new JRaw(command.Input);
            await new TaskHubClient(client).CreateOrchestrationInstanceAsync(command.Orchestration, version, _id, input);
            await setup.Error.WriteLineAsync($"{command.Orchestration} started as {_id}");
        }
        else if (string.Equals(existing.Name, command.Orchestration, StringComparison.OrdinalIgnoreCase))
        {
            await setup.Error.WriteLineAsync(
                $"{command.Orchestration} {_id} exists ({existing.OrchestrationStatus}); going on with it, its first input stands");
        }
        else
        {
            return $"Instance {_id} is a run of {existing.Name}, not of {command.Orchestration}.";
        }

        return null;
    }

    private async Task<OrchestrationState> WatchAsync(Action<string?> show, CancellationToken cancellationToken)
    {
        for (var pause = FirstLook; ; pause = TimeSpan.FromTicks(Math.Min(pause.Ticks * 2, SlowestLook.Ticks)))
        {
            var now = await client.GetOrchestrationStateAsync(_id, executionId: null);
            show(now?.Status is NoStatus ? null : now?.Status);
            if (now is not null && InstanceTable.IsFinished(now.OrchestrationStatus))
            {
                return now;
            }

            await Task.Delay(pause, cancellationToken);
        }
    }

    private async Task<string?> ReportAsync(OrchestrationState end)
    {
        if (end.OrchestrationStatus == OrchestrationStatus.Completed)
        {
            await setup.Output.WriteLineAsync(Indented(end.Output ?? "null"));
            await setup.Output.FlushAsync();
            return null;
        }

        var failure = end.FailureDetails is { } details ? $"{details.ErrorType}: {details.ErrorMessage}" : end.Output;
        var why = InputFault.Of(failure, end.Input) ?? failure;
        return $"{end.Name} ended: {end.OrchestrationStatus}{(string.IsNullOrEmpty(why) ? "" : $". {why}")}";
    }

    // What is not JSON becomes a string of it.
    private static string Indented(string output)
    {
        try
        {
            using var document = JsonDocument.Parse(output);
            return JsonSerializer.Serialize(document.RootElement, Readable);
        }
        catch (JsonException)
        {
            return JsonSerializer.Serialize(output, Readable);
        }
    }
}
