using DurableTask.Core;
using LocalFunctionsHost.Terminal;
using Newtonsoft.Json.Linq;

namespace LocalFunctionsHost.Commands;

/// <summary>Runs one orchestration to its end for a person at a terminal.</summary>
/// <param name="command">What was asked for.</param>
/// <param name="client">The task hub.</param>
/// <param name="version">The version of a new instance; empty for none.</param>
/// <param name="view">Shows how the run goes on.</param>
/// <param name="setup">Where output and problems go.</param>
internal sealed class InvokeRunner(InvokeCommand command, IOrchestrationServiceClient client, string version, IRunView view, HostSetup setup)
{
    // What has begun and set no custom status has this one, on every storage.
    private const string NoStatus = "null";

    private static readonly TimeSpan FirstLook = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan SlowestLook = TimeSpan.FromMilliseconds(250);

    private readonly string _id = command.InstanceId ?? Guid.NewGuid().ToString("N");

    /// <summary>Why there is no output; null where there is one. To be told last, when the host's own lines are over.</summary>
    public string? Problem { get; private set; }

    /// <summary>Runs.</summary>
    /// <param name="stopping">The person has had enough.</param>
    /// <returns>The exit code.</returns>
    public async Task<int> RunAsync(CancellationToken stopping)
    {
        using var timeout = new CancellationTokenSource(command.Timeout ?? Timeout.InfiniteTimeSpan, setup.Time);
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(stopping, timeout.Token);
        try
        {
            return await StartAsync() ? await ReportAsync(await view.ShowAsync(show => WatchAsync(show, waiting.Token))) : 1;
        }
        catch (OperationCanceledException) when (waiting.IsCancellationRequested)
        {
            var why = timeout.IsCancellationRequested ? $"{command.Orchestration} has not ended within {command.Timeout:c}" : "Interrupted";
            return Fail($"{why}. Go on with: invoke {command.Orchestration} --instance-id {_id}");
        }
    }

    private async Task<bool> StartAsync()
    {
        var existing = command.InstanceId is null ? null : await client.GetOrchestrationStateAsync(_id, executionId: null);
        if (existing is null)
        {
            // Handed on as it was typed: neither numbers nor times are read on the way.
            var input = command.Input is null ? null : new JRaw(command.Input);
            await new TaskHubClient(client).CreateOrchestrationInstanceAsync(command.Orchestration, version, _id, input);
            await setup.Error.WriteLineAsync($"{command.Orchestration} started as {_id}");
            return true;
        }

        if (!string.Equals(existing.Name, command.Orchestration, StringComparison.OrdinalIgnoreCase))
        {
            Fail($"Instance {_id} is a run of {existing.Name}, not of {command.Orchestration}.");
            return false;
        }

        await setup.Error.WriteLineAsync(
            $"{command.Orchestration} {_id} exists ({existing.OrchestrationStatus}); going on with it, its first input stands");
        return true;
    }

    private async Task<OrchestrationState> WatchAsync(Action<string?> show, CancellationToken cancellationToken)
    {
        for (var pause = FirstLook; ; pause = TimeSpan.FromTicks(Math.Min(pause.Ticks * 2, SlowestLook.Ticks)))
        {
            var now = await client.GetOrchestrationStateAsync(_id, executionId: null);
            show(now?.Status is NoStatus ? null : now?.Status);
            if (now?.OrchestrationStatus is OrchestrationStatus.Completed or OrchestrationStatus.Failed
                or OrchestrationStatus.Terminated or OrchestrationStatus.Canceled)
            {
                return now;
            }

            await Task.Delay(pause, cancellationToken);
        }
    }

    private async Task<int> ReportAsync(OrchestrationState end)
    {
        if (end.OrchestrationStatus == OrchestrationStatus.Completed)
        {
            await setup.Output.WriteLineAsync(JsonText.Indent(end.Output));
            await setup.Output.FlushAsync();
            return 0;
        }

        var failure = end.FailureDetails is { } details ? $"{details.ErrorType}: {details.ErrorMessage}" : end.Output;
        var why = InputFault.Of(failure, end.Input) ?? failure;
        return Fail(string.IsNullOrEmpty(why)
            ? $"{end.Name} ended: {end.OrchestrationStatus}"
            : $"{end.Name} ended: {end.OrchestrationStatus}. {why}");
    }

    private int Fail(string message)
    {
        Problem = message;
        return 1;
    }
}
