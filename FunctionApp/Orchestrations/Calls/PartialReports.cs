using System.Text.Json;
using FuseDeskFlows.Orchestrations.RateLimiting;
using FuseDeskFlows.Orchestrations.Runs;
using FuseDeskFlows.Reports.Shared;
using Microsoft.DurableTask;

namespace FuseDeskFlows.Orchestrations.Calls;

/// <summary>Stores what a run has found when it cannot wait any longer.</summary>
internal static class PartialReports
{
    /// <summary>Runs a flow; if a quota does not come back in time, its report so far is stored, and the run fails.</summary>
    /// <param name="parent">Null for a run of its own. A child of a run neither stores nor fails: it returns its report so far, and the
    /// run fails in its place.</param>
    /// <param name="soFar">Gives the report as far as it has come, with the problem that ended it.</param>
    /// <returns>The whole report; of a child, what there is.</returns>
    /// <exception cref="OutOfQuotaException">The quota did not come back.</exception>
    public static async Task<T> RunOrStoreAsync<T>(
        TaskOrchestrationContext context, FlowContext flow, ParentRun? parent, Func<Task<T>> run, Func<ReportProblem, T> soFar)
        where T : notnull
    {
        T report;
        try
        {
            report = await run();
        }
        catch (OutOfQuotaException failure)
        {
            report = soFar(ReportProblem.ForOutOfQuota(failure.Facts));
        }

        if (parent is null && flow.OutOfQuota is not null)
        {
            await StoreAsync(context, report);
            flow.ThrowIfOutOfQuota();
        }

        return report;
    }

    /// <summary>Stores the report of a run that is about to fail.</summary>
    public static Task StoreAsync(TaskOrchestrationContext context, object report) =>
        context.CallSubOrchestratorAsync<JsonElement>(
            StorePartialReportOrchestration.Name,
            report,
            new SubOrchestrationOptions { InstanceId = StorePartialReportOrchestration.IdOf(context.InstanceId) });
}
