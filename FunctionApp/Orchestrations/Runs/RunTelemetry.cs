using Microsoft.DurableTask;

namespace FuseDeskFlows.Orchestrations.Runs;

/// <summary>Logs and counts a flow's start and end, each once.</summary>
internal static class RunTelemetry
{
    public const string Category = "FuseDeskFlows.Runs";

    public static Task<T> TrackAsync<T>(TaskOrchestrationContext context, Func<Task<T>> flow) =>
        TrackAsync(context, flow, isContinuation: false, _ => true);

    /// <summary>Runs a flow that may continue as a new run under the same id: a continuation does not count as a start.</summary>
    public static async Task<T> TrackAsync<T>(
        TaskOrchestrationContext context, Func<Task<T>> flow, bool isContinuation, Func<T, bool> isFinal)
    {
        ArgumentNullException.ThrowIfNull(context);
        var log = context.CreateReplaySafeLogger(Category);
        var began = context.CurrentUtcDateTime;
        if (!isContinuation)
        {
            RunMetrics.Started(context);
            log.RunStarted(context.Name.Name, context.InstanceId);
        }

        try
        {
            var result = await flow();
            if (isFinal(result))
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
