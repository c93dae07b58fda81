using System.Text.Json;
using FuseDeskFlows.Orchestrations.RateLimiting;
using FuseDeskFlows.Orchestrations.Runs;
using FuseDeskFlows.Reports.Runs;
using Microsoft.DurableTask.Client;

namespace FuseDeskFlows.Triggers.Runs;

/// <summary>Finds what a run had found before a quota kept it waiting for too long.</summary>
internal static class PartialReportLookup
{
    /// <summary>Shows a run, if it failed for that reason with the report that was kept.</summary>
    /// <param name="client">The durable client.</param>
    /// <param name="instance">The instance, read with its output.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The run.</returns>
    public static async Task<RunView> ViewAsync(DurableTaskClient client, OrchestrationMetadata instance, CancellationToken cancellationToken)
    {
        var run = RunMapper.View(instance);
        if (instance.RuntimeStatus != OrchestrationRuntimeStatus.Failed || !FailureOf(instance).EndsWith(WaitBudgetExceededException.ErrorType, StringComparison.Ordinal))
        {
            return run;
        }

        var kept = await client.GetInstanceAsync(StoredPartialReport.IdOf(instance.InstanceId), getInputsAndOutputs: true, cancellationToken);
        return kept?.SerializedOutput is { } report ? run with { Report = JsonElement.Parse(report) } : run;
    }

    // Azure Storage keeps a failure only as its output: the exception's type, a colon and the message.
    private static string FailureOf(OrchestrationMetadata instance) =>
        instance.FailureDetails?.ErrorType ?? instance.SerializedOutput?.Split(": ", 2)[0] ?? "";
}
