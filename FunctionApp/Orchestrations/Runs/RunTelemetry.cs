using Microsoft.DurableTask;

namespace FuseDeskFlows.Orchestrations.Runs;

/// <summary>Tells of a flow's beginning and end, once: to those on call by the log, and to the metrics.</summary>
internal static class RunTelemetry
{
    /// <summary>The log's category.</summary>
    public const string Category = "FuseDeskFlows.Runs";

    /// <summary>Runs a flow.</summary>
    /// <typeparam name="T">What it finds out.</typeparam>
    /// <param name="context">The run.</param>
    /// <param name="flow">What it does.</param>
    /// <returns>What it found out.</returns>
    public static Task<T> RunAsync<T>(TaskOrchestrationContext context, Func<Task<T>> flow) => RunAsync(context, flow, goesOn: false, _ => true);

    /// <summary>Runs a flow that may go on as a new run under the same id.</summary>
    /// <typeparam name="T">What it finds out.</typeparam>
    /// <param name="context">The run.</param>
    /// <param name="flow">What it does.</param>
    /// <param name="goesOn">Whether it goes on from an earlier one, and does not begin.</param>
    /// <param name="hasEnded">Whether that is its end.</param>
    /// <returns>What it found out.</returns>
    public static async Task<T> RunAsync<T>(TaskOrchestrationContext context, Func<Task<T>> flow, bool goesOn, Func<T, bool> hasEnded)
    {
        ArgumentNullException.ThrowIfNull(context);
        var log = context.CreateReplaySafeLogger(Category);
        var began = context.CurrentUtcDateTime;
        if (!goesOn)
        {
            RunMetrics.Started(context);
            log.RunStarted(context.Name.Name, context.InstanceId);
        }

        try
        {
            var result = await flow();
            if (hasEnded(result))
            {
                RunMetrics.Completed(context, context.CurrentUtcDateTime - began);
                log.RunCompleted(context.Name.Name, context.InstanceId, Seconds());
            }

            return result;
        }
        catch (Exception error)
        {
            RunMetrics.Failed(context, context.CurrentUtcDateTime - began, error);
            log.RunFailed(context.Name.Name, context.InstanceId, Seconds(), error.GetType().Name);
            throw;
        }

        double Seconds() => Math.Round((context.CurrentUtcDateTime - began).TotalSeconds, 1);
    }
}
