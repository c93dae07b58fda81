using System.Threading.Channels;
using FuseDeskFlows.EmbeddedHost.Engine.Storage;
using FuseDeskFlows.EmbeddedHost.Engine.Tracing;
using FuseDeskFlows.EmbeddedHost.Engine.Versions;
using Microsoft.DurableTask;
using Microsoft.Extensions.Logging;

namespace FuseDeskFlows.EmbeddedHost.Engine.Runtime;

/// <summary>Makes the steps of orchestrations that have messages.</summary>
internal sealed class OrchestrationWorker(
    ChannelReader<string> ready,
    Mailboxes mailboxes,
    InstanceCache cache,
    StoreReader reader,
    StoreWriter writer,
    IDurableFunctions functions,
    VersionPolicy versions,
    DataConverter converter,
    TimeProvider time,
    ILoggerFactory loggers)
{
    private readonly ILogger _log = loggers.CreateLogger<OrchestrationWorker>();

    /// <summary>Works until told to stop; several may do so side by side.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        try
        {
            await foreach (var id in ready.ReadAllAsync(stop))
            {
                Work(id, stop);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The rest goes on at the next start.
        }
    }

    private void Work(string id, CancellationToken stop)
    {
        try
        {
            if (stop.IsCancellationRequested)
            {
                return;
            }

            var messages = mailboxes.Take(id);
            if (Find(id, messages) is not { } instance)
            {
                _ = DropAsync(id, messages);
                return;
            }

            var episode = new Episode(instance, Build, converter, time);
            if (versions.Accepts(instance.Row.Version))
            {
                using (DurableSpans.Entering(instance.Row))
                {
                    episode.Run(messages);
                }
            }
            else if (versions.Mismatch == VersionMismatch.Fail)
            {
                episode.Fail(messages, Failures.WrongVersion(instance.Row.Version, versions));
            }
            else
            {
                Reject(instance.Row, messages);
                return;
            }

            _ = FinishAsync(episode);
        }
        catch (Exception e)
        {
            _log.StepFailed(e, id);
        }
    }

    // What arrived stays stored; the next start, perhaps of a newer build, delivers it again.
    private void Reject(InstanceRow row, List<Message> messages)
    {
        _log.VersionRejected(row.Id, row.Name, row.Version, versions.Default, versions.Match);
        mailboxes.Done(row.Id, messages);
    }

    /// <summary>The instance from memory or from the store; null if it is unknown or has ended.</summary>
    private LiveInstance? Find(string id, List<Message> messages)
    {
        if (cache.Take(id) is { } cached
            && !messages.Exists(m => m.Kind == HistoryKind.ExecutionStarted && !string.Equals(m.ExecutionId, cached.Row.ExecutionId, StringComparison.Ordinal)))
        {
            return cached;
        }

        return reader.Instance(id) is { IsEnded: false } row ? new(row, reader.History(id)) : null;
    }

    private OrchestratorExecution Build(LiveInstance instance)
    {
        var execution = new OrchestratorExecution(instance.Row, functions, converter, loggers, () => mailboxes.Wake(instance.Row.Id))
        {
            DefaultVersion = versions.Default,
        };
        execution.Replay(instance.History);
        instance.History = [];
        return execution;
    }

    // The worker does not wait for the disk: other instances' steps share the commit.
    private async Task FinishAsync(Episode episode)
    {
        var id = episode.Row.Id;
        var instance = episode.Instance;
        try
        {
            var saved = !episode.HasChanges || await writer.WriteAsync(store => EpisodeStore.Save(episode, store));
            if (!saved)
            {
                mailboxes.Done(id, []);
                return;
            }

            instance.Row = episode.Row;
            Trace(episode);
            if (episode.StartsOver)
            {
                instance = new(episode.Row, []);
            }

            if (!instance.Row.IsEnded)
            {
                cache.Put(instance);
            }

            mailboxes.Done(id, episode.Held);
        }
        catch (Exception e)
        {
            _log.StepNotStored(e, id);
        }
    }

    // Only what is stored is told; a step that a replay repeats is not.
    private static void Trace(Episode episode)
    {
        foreach (var (created, fired) in episode.Timers)
        {
            DurableSpans.Fired(episode.Row, created, fired);
        }

        if (episode.Row.IsEnded)
        {
            DurableSpans.Ended(episode.Row, episode.Execution is { IsStarted: true } run ? run.StartedAt : episode.Row.CreatedAt);
        }
    }

    private async Task DropAsync(string id, List<Message> messages)
    {
        try
        {
            await writer.WriteAsync(store =>
            {
                messages.ForEach(m => store.Consume(m.Id));
                return true;
            });
            mailboxes.Done(id, []);
        }
        catch (Exception e)
        {
            _log.MessagesStay(e, id);
        }
    }
}
