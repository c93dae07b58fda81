using FuseDeskFlows.Activities.Audit;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace FuseDeskFlows.Orchestrations.Audit;

/// <summary>Marks that a report is about to be posted: that a run with its id exists is all that it is for.</summary>
public static class MarkDeliveryAttemptOrchestration
{
    /// <summary>The orchestration's name, as it is stored.</summary>
    public const string Name = AuditFlowNames.AttemptMarker;

    /// <summary>Ends at once.</summary>
    [Function(Name)]
    public static Task RunAsync([OrchestrationTrigger] TaskOrchestrationContext context) => Task.CompletedTask;
}
