using FuseDeskFlows.Orchestrations.RateLimiting;
using FuseDeskFlows.Orchestrations.Runs;
using FuseDeskFlows.Reports.Audit;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace FuseDeskFlows.Orchestrations.Audit;

/// <summary>
/// Finds the live chats in which a customer waits: departments, their active chats, the messages of those that wait and of no others,
/// the reps' names, report. A department that another run audits is left to that run.
/// </summary>
public static class ChatEscalationAudit
{
    /// <summary>The flow's name, as it is stored, and as lists of runs tell it.</summary>
    public const string Name = "ChatEscalationAudit";

    /// <summary>Runs the flow.</summary>
    /// <param name="context">The run; its input is an <see cref="AuditRequest"/>, or nothing.</param>
    /// <exception cref="RunFailedException">A call failed unexpectedly.</exception>
    /// <exception cref="OutOfQuotaException">A quota did not come back in the time that the run may wait.</exception>
    [Function(Name)]
    public static Task<AuditReport> RunAsync([OrchestrationTrigger] TaskOrchestrationContext context) =>
        RunTelemetry.TrackAsync(context, () => new AuditRun(context, context.ReadInput<AuditRequest>() ?? new()).RunAsync());
}
