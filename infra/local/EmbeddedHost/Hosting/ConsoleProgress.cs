using System.Globalization;
using FuseDeskFlows.EmbeddedHost.Engine;
using FuseDeskFlows.EmbeddedHost.Worker.Durable;
using Microsoft.DurableTask.Client;

namespace FuseDeskFlows.EmbeddedHost.Hosting;

/// <summary>Shows how a run goes on: each activity and each change of the custom status is a line.</summary>
internal sealed class ConsoleProgress(string instanceId, DurableTaskClient client, TextWriter output) : IActivityObserver
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(250);

    private readonly Lock _gate = new();
    private string? _lastStatus;

    public void Started(ActivityCall call) => Tell(call, "...");

    public void Completed(ActivityCall call) => Tell(call, "done");

    public void Failed(ActivityCall call, Exception error) => Tell(call, $"failed ({error.GetType().Name})");

    /// <summary>Watches the status until the run ends.</summary>
    public async Task<OrchestrationMetadata> WatchAsync(Func<Task<OrchestrationMetadata>> wait)
    {
        var ended = wait();
        while (await Task.WhenAny(ended, Task.Delay(Interval)) != ended)
        {
            TellStatus(await client.GetInstanceAsync(instanceId, getInputsAndOutputs: true));
        }

        TellStatus(await ended);
        return await ended;
    }

    private void TellStatus(OrchestrationMetadata? now)
    {
        if (now?.SerializedCustomStatus is not { } status || string.Equals(status, _lastStatus, StringComparison.Ordinal))
        {
            return;
        }

        _lastStatus = status;
        Write($"status: {status}");
    }

    private void Tell(ActivityCall call, string what)
    {
        // Sub-orchestrations run here, and so do runs left over from earlier; their lines say whose they are.
        var whose = string.Equals(call.InstanceId, instanceId, StringComparison.Ordinal) ? "" : $" (run {call.InstanceId})";
        Write($"{call.Name} {what}{whose}");
    }

    private void Write(string line)
    {
        lock (_gate)
        {
            output.WriteLine($"{DateTimeOffset.UtcNow.ToString("HH:mm:ss", CultureInfo.InvariantCulture)} {line}");
        }
    }
}
