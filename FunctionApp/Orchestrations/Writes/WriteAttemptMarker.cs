using FuseDeskFlows.Activities.Writes;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace FuseDeskFlows.Orchestrations.Writes;

/// <summary>Marks that a write is about to be sent: that a run with its id exists is all that it is for.</summary>
public static class WriteAttemptMarker
{
    /// <summary>The orchestration's name, as it is stored.</summary>
    public const string Name = SendWriteActivity.Marker;

    /// <summary>Ends at once.</summary>
    [Function(Name)]
    public static Task RunAsync([OrchestrationTrigger] TaskOrchestrationContext context) => Task.CompletedTask;
}
