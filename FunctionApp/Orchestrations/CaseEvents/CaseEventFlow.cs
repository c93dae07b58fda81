using FuseDeskFlows.Orchestrations.Runs;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace FuseDeskFlows.Orchestrations.CaseEvents;

/// <summary>
/// Handles one case event: leaves it to the case's debouncer and, if no other run does, waits until the case is quiet, triages it and keeps
/// the result as the case's newest triage. Its instance id comes from the event's id, so that an event runs once.
/// </summary>
public static class CaseEventFlow
{
    /// <summary>The flow's name, as it is stored, and as lists of runs tell it.</summary>
    public const string Name = "CaseEventFlow";

    /// <summary>Runs the flow.</summary>
    /// <param name="context">The run; its input is a <see cref="CaseEventRequest"/>.</param>
    /// <returns>What became of the event.</returns>
    /// <exception cref="RunFailedException">There is no input, or the last triage failed at every attempt.</exception>
    [Function(Name)]
    public static Task<CaseEventResult> RunAsync([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var request = context.ReadInput<CaseEventRequest>();
        return RunTelemetry.TrackAsync(
            context,
            () => request is { CaseId.Value: > 0 }
                ? new CaseEventRun(context, request).RunAsync()
                : throw new RunFailedException("The input must have an eventId and a caseId."),
            isContinuation: request is { Triages: > 0 },
            result => !result.Continues);
    }
}
