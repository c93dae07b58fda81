using FuseDeskFlows.Orchestrations.Runs;
using FuseDeskFlows.Reports.Timeline;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace FuseDeskFlows.Orchestrations.Timeline;

/// <summary>
/// One timeline of a customer: her cases, chats and emails, read at the same time and merged; a channel that cannot be read loses no other.
/// </summary>
public static class ContactTimeline
{
    /// <summary>The flow's name, as it is stored, and as lists of runs tell it.</summary>
    public const string Name = "ContactTimeline";

    /// <summary>Runs the flow.</summary>
    /// <param name="context">The run; its input is a <see cref="TimelineRequest"/>.</param>
    /// <exception cref="RunFailedException">The input names nobody or more than one, or the search for her failed unexpectedly.</exception>
    [Function(Name)]
    public static Task<TimelineReport> RunAsync([OrchestrationTrigger] TaskOrchestrationContext context) =>
        RunTelemetry.TrackAsync(context, () => context.ReadInput<TimelineRequest>() is { NamesOneThing: true } request
            ? new TimelineRun(context, request).RunAsync()
            : throw new RunFailedException("The input must have exactly one of email, search and contactId."));
}
