using FuseDeskFlows.Orchestrations.RateLimiting;
using FuseDeskFlows.Orchestrations.Runs;
using FuseDeskFlows.Reports.Triage;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace FuseDeskFlows.Orchestrations.Triage;

/// <summary>
/// Triages a customer's newest case, or a given one: contact, case list, whole history, the rep who answered last, report.
/// A refused call does not fail the run: the report says what could not be read. Only the unexpected fails it.
/// </summary>
public static class CaseTriage
{
    /// <summary>The flow's name, as it is stored, and as lists of runs tell it.</summary>
    public const string Name = "CaseTriage";

    /// <summary>Runs the flow.</summary>
    /// <param name="context">The run; its input is a <see cref="TriageRequest"/>.</param>
    /// <exception cref="RunFailedException">The input names nothing or more than one thing, or a call failed unexpectedly.</exception>
    /// <exception cref="OutOfQuotaException">A quota did not come back in the time that the run may wait.</exception>
    [Function(Name)]
    public static Task<TriageReport> RunAsync([OrchestrationTrigger] TaskOrchestrationContext context) =>
        RunTelemetry.TrackAsync(context, () => context.ReadInput<TriageRequest>() is { NamesOneThing: true } request
            ? new TriageRun(context, request).RunAsync()
            : throw new RunFailedException("The input must have exactly one of email, search, contactId and caseId."));
}
