using System.Threading.Channels;
using FuseDeskFlows.EmbeddedHost.Engine.Runtime;
using FuseDeskFlows.EmbeddedHost.Engine.Storage;
using FuseDeskFlows.EmbeddedHost.Engine.Tracing;
using Microsoft.DurableTask;
using Microsoft.Extensions.Logging;

namespace FuseDeskFlows.EmbeddedHost.Engine;

/// <summary>Runs activities. One whose result is stored never runs again; one that was cut off runs again at the next start.</summary>
internal sealed class ActivityWorker(
    ChannelReader<ActivityWork> queue, StoreWriter writer, IDurableFunctions functions, DataConverter converter, ILoggerFactory loggers)
{
    private readonly ILogger _log = loggers.CreateLogger<ActivityWorker>();

    /// <summary>Works until told to stop; several may do so side by side.</summary>
    /// <param name="stop">Takes no further activity.</param>
    /// <param name="abort">Tells running activities that nobody waits for them any more.</param>
    public async Task RunAsync(CancellationToken stop, CancellationToken abort)
    {
        try
        {
            await foreach (var work in queue.ReadAllAsync(stop))
            {
                if (stop.IsCancellationRequested)
                {
                    return;
                }

                if (await ResultAsync(work, abort) is { } result)
                {
                    _ = StoreAsync(work, result);
                }
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The rest goes on at the next start.
        }
    }

    /// <summary>Runs an activity; null if it was cut off.</summary>
    private async Task<Message?> ResultAsync(ActivityWork work, CancellationToken abort)
    {
        var answer = new Message(0, work.InstanceId, HistoryKind.TaskCompleted) { ExecutionId = work.ExecutionId, TaskId = work.TaskId };
        if (!functions.HasActivity(work.Name))
        {
            return answer with { Kind = HistoryKind.TaskFailed, Failure = Failures.UnknownActivity(work.Name) };
        }

        using var span = DurableSpans.Running(work);
        try
        {
            var call = new ActivityCall(work.InstanceId, work.TaskId, work.Name, work.Input, converter);
            var result = await functions.RunActivityAsync(work.Name, call, abort);
            return answer with { Data = converter.Serialize(result) };
        }
        catch (Exception) when (abort.IsCancellationRequested)
        {
            return null;
        }
        catch (Exception e)
        {
            DurableSpans.Fail(span, e);
            _log.LogWarning("{InstanceId}: activity {Activity} (#{TaskId}) failed with {Error}", work.InstanceId, work.Name, work.TaskId, e.GetType());
            return answer with { Kind = HistoryKind.TaskFailed, Failure = TaskFailureDetails.FromException(e) };
        }
    }

    private async Task StoreAsync(ActivityWork work, Message result)
    {
        try
        {
            await writer.WriteAsync(store =>
            {
                var first = store.Finish(work);
                if (first)
                {
                    store.SendIfAlive(result);
                }

                return first;
            });
        }
        catch (Exception e)
        {
            _log.LogWarning(e, "{InstanceId}: the result of {Activity} was not stored; it runs again at the next start", work.InstanceId, work.Name);
        }
    }
}
