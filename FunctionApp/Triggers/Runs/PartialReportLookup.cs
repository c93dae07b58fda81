using System.Text.Json;
using FuseDeskFlows.Orchestrations.RateLimiting;
using FuseDeskFlows.Orchestrations.Runs;
using FuseDeskFlows.Reports.Runs;
using Microsoft.DurableTask.Client;

namespace FuseDeskFlows.Triggers.Runs;

/// <summary>Finds what a run had found before a quota kept it waiting for too long.</summary>
internal static class PartialReportLookup
{
    /// <summary>Shows an instance that was read with its output; if it failed for that reason, with the report that was stored.</summary>
    public static async Task<RunDetail> ToDetailAsync(
        DurableTaskClient client, OrchestrationMetadata instance, CancellationToken cancellationToken)
    {
        var run = RunMapper.ToDetail(instance);
        if (instance.RuntimeStatus != OrchestrationRuntimeStatus.Failed
            || !FailureText.Of(instance).Type.EndsWith(OutOfQuotaException.ErrorType, StringComparison.Ordinal))
        {
            return run;
        }

        var id = StorePartialReportOrchestration.IdOf(instance.InstanceId);
        var stored = await client.GetInstanceAsync(id, getInputsAndOutputs: true, cancellationToken);
        return stored?.SerializedOutput is { } report ? run with { Report = JsonElement.Parse(report) } : run;
    }
}
