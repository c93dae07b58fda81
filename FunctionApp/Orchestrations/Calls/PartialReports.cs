using System.Text.Json;
using FuseDeskFlows.Orchestrations.RateLimiting;
using FuseDeskFlows.Orchestrations.Runs;
using FuseDeskFlows.Reports.Shared;
using Microsoft.DurableTask;

namespace FuseDeskFlows.Orchestrations.Calls;

/// <summary>Keeps what a run has found when it cannot wait any longer.</summary>
internal static class PartialReports
{
    /// <summary>Runs a flow; if a quota does not come back in time, its report so far is kept, and the run fails.</summary>
    /// <param name="parent">The run whose child it is, null if there is none; else its report so far is what it gives, and that run
    /// fails.</param>
    /// <param name="soFar">Gives the report as far as it has come, with the problem that ended it.</param>
    /// <returns>The whole report; of a child, what there is.</returns>
    /// <exception cref="OutOfQuotaException">The quota did not come back.</exception>
    public static async Task<T> RunOrSaveAsync<T>(
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
            await SaveAsync(context, report);
            flow.ThrowIfOutOfQuota();
        }

        return report;
    }

    /// <summary>Keeps the report of a run that is about to fail.</summary>
    public static Task SaveAsync(TaskOrchestrationContext context, object report) =>
        context.CallSubOrchestratorAsync<JsonElement>(
            StorePartialReportOrchestration.Name,
            report,
            new SubOrchestrationOptions { InstanceId = StorePartialReportOrchestration.IdOf(context.InstanceId) });
}
