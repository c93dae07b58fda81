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
    /// <param name="part">Set if it is a part of another run: then its report so far is what it gives, and that run fails.</param>
    /// <param name="soFar">Gives the report as far as it has come, with the problem that ended it.</param>
    /// <returns>The whole report; of a part, what there is.</returns>
    /// <exception cref="WaitBudgetExceededException">The quota did not come back.</exception>
    public static async Task<T> RunOrSaveAsync<T>(TaskOrchestrationContext context, FlowContext tools, ParentRun? part, Func<Task<T>> flow, Func<ReportProblem, T> soFar)
        where T : notnull
    {
        T report;
        try
        {
            report = await flow();
        }
        catch (WaitBudgetExceededException outOfQuota)
        {
            report = soFar(OutOfQuotaProblem.Of(outOfQuota)!);
        }

        if (part is null && tools.WaitBudgetExceeded is not null)
        {
            await SaveAsync(context, report);
            tools.ThrowIfWaitBudgetExceeded();
        }

        return report;
    }

    /// <summary>Keeps the report of a run that is about to fail.</summary>
    public static Task SaveAsync(TaskOrchestrationContext context, object report) =>
        context.CallSubOrchestratorAsync<JsonElement>(StoredPartialReport.Name, report, new SubOrchestrationOptions { InstanceId = StoredPartialReport.IdOf(context.InstanceId) });
}
