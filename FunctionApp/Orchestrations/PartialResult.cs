using FuseDeskFlows.Entities;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Entities;

namespace FuseDeskFlows.Orchestrations;

/// <summary>Keeps what a run has found when it cannot wait any longer.</summary>
internal static class PartialResult
{
    /// <summary>Runs a flow; if a quota does not come back in time, its report so far is kept, and the run fails.</summary>
    /// <typeparam name="T">The report.</typeparam>
    /// <param name="context">The run.</param>
    /// <param name="flow">Does the work.</param>
    /// <param name="soFar">Gives the report as far as it has come.</param>
    /// <returns>The whole report.</returns>
    /// <exception cref="QuotaWaitException">The quota did not come back.</exception>
    public static async Task<T> OrKeepAsync<T>(TaskOrchestrationContext context, Func<Task<T>> flow, Func<T> soFar)
    {
        try
        {
            return await flow();
        }
        catch (QuotaWaitException)
        {
            await context.TellEntityAsync(new EntityInstanceId(nameof(KeptReport), context.InstanceId), nameof(KeptReport.Keep), soFar());
            throw;
        }
    }
}
