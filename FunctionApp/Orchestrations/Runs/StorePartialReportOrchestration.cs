using System.Text.Json;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace FuseDeskFlows.Orchestrations.Runs;

/// <summary>
/// Stores what a run had found before it failed: a failed run has no output, and a custom status is too small for a report. It is the
/// output of a child of that run, so that whatever purges old runs purges it too.
/// </summary>
public static class StorePartialReportOrchestration
{
    /// <summary>The orchestration's name, as it is stored.</summary>
    public const string Name = "StoredPartialReport";

    /// <summary>Where a run's report is stored.</summary>
    public static string IdOf(string runId) => $"{runId}-kept";

    /// <summary>Runs the orchestration.</summary>
    /// <param name="context">The run; its input is the report.</param>
    [Function(Name)]
    public static Task<JsonElement> RunAsync([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return Task.FromResult(context.GetInput<JsonElement>());
    }
}
