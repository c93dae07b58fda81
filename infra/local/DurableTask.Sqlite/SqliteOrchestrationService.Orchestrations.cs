using DurableSqlite.Dispatch;
using DurableSqlite.Logging;
using DurableSqlite.Messages;
using DurableTask.Core;
using DurableTask.Core.Common;

namespace DurableSqlite;

/// <content>Work items of orchestrations and entities.</content>
public sealed partial class SqliteOrchestrationService
{
    /// <inheritdoc/>
    public Task<TaskOrchestrationWorkItem?> LockNextTaskOrchestrationWorkItemAsync(
        TimeSpan receiveTimeout, CancellationToken cancellationToken) => LockNextAsync(entities: false, receiveTimeout, cancellationToken);

    /// <inheritdoc/>
    public Task<TaskOrchestrationWorkItem> LockNextOrchestrationWorkItemAsync(
        TimeSpan receiveTimeout, CancellationToken cancellationToken) => LockNextAsync(entities: false, receiveTimeout, cancellationToken)!;

    /// <inheritdoc/>
    public Task<TaskOrchestrationWorkItem> LockNextEntityWorkItemAsync(TimeSpan receiveTimeout, CancellationToken cancellationToken) =>
        LockNextAsync(entities: true, receiveTimeout, cancellationToken)!;

    /// <inheritdoc/>
    public Task RenewTaskOrchestrationWorkItemLockAsync(TaskOrchestrationWorkItem workItem) => Task.CompletedTask;

    /// <inheritdoc/>
    public async Task CompleteTaskOrchestrationWorkItemAsync(
        TaskOrchestrationWorkItem workItem,
        OrchestrationRuntimeState newOrchestrationRuntimeState,
        IList<TaskMessage> outboundMessages,
        IList<TaskMessage> orchestratorMessages,
        IList<TaskMessage> timerMessages,
        TaskMessage continuedAsNewMessage,
        OrchestrationState orchestrationState)
    {
        var item = (SqliteWorkItem)workItem;
        if (orchestrationState is null || newOrchestrationRuntimeState.OrchestrationInstance is null)
        {
            // The dispatcher found that the messages make no sense: they go, and nothing else.
            item.IsSpent = true;
            var invalid = item.Taken;
            await _store.WriteAsync(database => MessageWriter.Delete(database, invalid));
            item.Taken = [];
            return;
        }

        if (_settings.Time != TimeProvider.System)
        {
            ClockedMessages.Stamp(newOrchestrationRuntimeState, orchestrationState, Now);
        }

        EpisodeCommit commit = new(item, newOrchestrationRuntimeState, orchestrationState, Now)
        {
            Activities = [.. outboundMessages.Select(message => new OutgoingMessage(message, NewId()))],
            Messages =
            [
                .. orchestratorMessages.Select(message => new OutgoingMessage(message, NewId())),
                .. timerMessages.Select(message => new OutgoingMessage(message, NewId(), toSelf: true)),
            ],
        };
        await _store.PostAsync(new(commit.Write, () => LetOut(commit, item.InstanceId)) { MustSucceed = true });
        if (commit.IsStale)
        {
            _logger.StaleEpisode(item.InstanceId);
        }

        item.Taken = []; // an abandon after this gives nothing back
        item.InstanceKey = commit.InstanceKey;
        item.Episodes = commit.Episodes;
        item.ExecutionId = commit.ExecutionId;
        item.IsSpent = commit.IsStale || commit.IsFinished || commit.DeletesEntity;
        item.HasCursor = _settings.ExtendedSessions && !item.IsRewind && !Entities.IsEntityInstance(item.InstanceId);
        item.IsRewind = false;
    }

    /// <inheritdoc/>
    public Task AbandonTaskOrchestrationWorkItemAsync(TaskOrchestrationWorkItem workItem)
    {
        var item = (SqliteWorkItem)workItem;
        if (!item.IsAbandoned)
        {
            item.IsSpent = item.IsAbandoned = true;
            _sessions.GiveBack(item.Instance, item.Taken);
            item.Taken = [];
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task ReleaseTaskOrchestrationWorkItemAsync(TaskOrchestrationWorkItem workItem)
    {
        var item = (SqliteWorkItem)workItem;
        item.NewMessages = null;
        if (item.IsAbandoned)
        {
            item.Instance.Abandons++;
            _logger.WorkItemAbandoned(item.InstanceId, item.Instance.Abandons);
            _ = UnlockLaterAsync(item.Instance);
        }
        else
        {
            item.Instance.Abandons = 0;
            _sessions.Unlock(item.Instance, item.IsSpent ? null : item.ForNextEpisode());
        }

        return Task.CompletedTask;
    }

    /// <summary>At once the first time, as a worker that lost its cache needs only the history; then ever later.</summary>
    private async Task UnlockLaterAsync(InstanceSession session)
    {
        await Task.Delay(_settings.RetryDelay * Math.Min(session.Abandons - 1, 5));
        _sessions.Unlock(session);
    }

    private async Task<TaskOrchestrationWorkItem?> LockNextAsync(bool entities, TimeSpan timeout, CancellationToken cancellationToken)
    {
        while (await _sessions.LockNextAsync(entities, timeout, cancellationToken) is var (session, kept, messages))
        {
            _timers.Resume();
            if ((kept ?? Load(session, messages)) is { } workItem)
            {
                Prepare(workItem, messages);
                return workItem;
            }
        }

        return null;
    }

    private SqliteWorkItem? Load(InstanceSession session, List<TaskMessage> messages)
    {
        try
        {
            var loaded = _store.Read(database => WorkItemLoader.Load(database, session, messages));
            if (loaded.Nobody)
            {
                _ = _store.PostAsync(new(database => MessageWriter.Delete(database, messages)) { MustSucceed = true, CanRide = true });
                _sessions.Unlock(session);
            }
            else if (loaded.WorkItem is null)
            {
                _sessions.GiveBack(session, messages);
                _sessions.Unlock(session, waits: true);
            }

            return loaded.WorkItem;
        }
        catch
        {
            _sessions.GiveBack(session, messages);
            _sessions.Unlock(session);
            throw;
        }
    }

    private void Prepare(SqliteWorkItem workItem, List<TaskMessage> messages)
    {
        var isEntity = Entities.IsEntityInstance(workItem.InstanceId);
        workItem.Taken = messages;
        var time = _settings.Time;
        workItem.NewMessages = time == TimeProvider.System ? [.. messages] : new ClockedMessages(messages, workItem, time);
        workItem.IsExtendedSession = _settings.ExtendedSessions && !isEntity;
        workItem.LockedUntilUtc = DateTime.MaxValue; // any other time starts a task that renews the lock
        var state = workItem.OrchestrationRuntimeState;
        if (workItem.HasCursor)
        {
            // The dispatcher never makes new events past ones, and a worker that replays reads both lists.
            foreach (var e in state.NewEvents)
            {
                state.PastEvents.Add(e);
            }

            state.NewEvents.Clear();
        }
        else
        {
            workItem.OrchestrationRuntimeState = state = new OrchestrationRuntimeState(state.Events);
        }

        if (state.ExecutionStartedEvent is null)
        {
            Entities.AutoStart(workItem.InstanceId, workItem.NewMessages);
        }
    }

    private void LetOut(EpisodeCommit commit, string instanceId)
    {
        if (commit.IsStale)
        {
            return;
        }

        foreach (var id in commit.Cancelled)
        {
            _activities.Close(id);
        }

        foreach (var activity in commit.Activities)
        {
            _activities.Add(activity.Original);
        }

        foreach (var message in commit.Messages)
        {
            LetOut(message);
        }

        if (commit.IsFinished)
        {
            _waiters.Release(instanceId);
        }
    }
}
