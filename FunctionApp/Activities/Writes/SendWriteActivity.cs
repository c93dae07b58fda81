using FuseDeskFlows.Activities.Runs;
using FuseDeskFlows.Truto;
using FuseDeskFlows.Truto.Tools;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace FuseDeskFlows.Activities.Writes;

/// <summary>Sends a write, once for each attempt.</summary>
public sealed class SendWriteActivity(TrutoClient truto)
{
    /// <summary>The activity's name, as runs' histories have it.</summary>
    public const string Name = "send_write";

    /// <summary>The orchestration whose instances mark attempts.</summary>
    public const string Marker = "WriteAttemptMarker";

    /// <summary>
    /// Sends. An activity whose host dies is run again, and nobody could tell whether the first run had sent: so each attempt is marked in
    /// the store before, and one that finds its mark sends nothing, which leaves it to be read back.
    /// </summary>
    [Function(Name)]
    public async Task<ToolOutcome<WriteAnswer>> RunAsync(
        [ActivityTrigger] SendWriteInput input, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(client);
        var marking = await IdempotentStart.StartAsync(client, Marker, input.Mark, input: null, cancellationToken);
        return marking.Started
            ? await truto.WriteAsync(input.Write, input.Caller, cancellationToken)
            : new() { Value = new() { Doubt = "the process stopped while the write was being sent" } };
    }
}
