using DurableTask.Core.Entities;

namespace DurableSqlite;

/// <content>Work items of orchestrations and entities.</content>
public sealed partial class SqliteOrchestrationService
{
    Task<TaskOrchestrationWorkItem?> IOrchestrationService.LockNextTaskOrchestrationWorkItemAsync(
        TimeSpan receiveTimeout, CancellationToken cancellationToken) => LockNextAsync(entities: false, receiveTimeout, cancellationToken);

    Task<TaskOrchestrationWorkItem> IEntityOrchestrationService.LockNextOrchestrationWorkItemAsync(
        TimeSpan receiveTimeout, CancellationToken cancellationToken) => LockNextAsync(entities: false, receiveTimeout, cancellationToken)!;

    Task<TaskOrchestrationWorkItem> IEntityOrchestrationService.LockNextEntityWorkItemAsync(
        TimeSpan receiveTimeout, CancellationToken cancellationToken) => LockNextAsync(entities: true, receiveTimeout, cancellationToken)!;

    Task IOrchestrationService.RenewTaskOrchestrationWorkItemLockAsync(TaskOrchestrationWorkItem workItem) => Task.CompletedTask;

    async Task IOrchestrationService.CompleteTaskOrchestrationWorkItemAsync(
        TaskOrchestrationWorkItem workItem, OrchestrationRuntimeState newOrchestrationRuntimeState, IList<TaskMessage> outboundMessages,
        IList<TaskMessage> orchestratorMessages, IList<TaskMessage> timerMessages, TaskMessage continuedAsNewMessage,
        OrchestrationState orchestrationState)
    {
        var item = (SqliteWorkItem)workItem;
        if (orchestrationState is null || newOrchestrationRuntimeState.OrchestrationInstance is null)
        {
            // The dispatcher found that the messages make no sense: they go, and nothing else.
            item.IsSpent = true;
            await Store.WriteAsync(database => MessageWriter.Delete(database, item.Taken));
            item.Taken = [];
            return;
        }

        if (_settings.Time != TimeProvider.System)
        {
            ClockedMessages.Stamp(newOrchestrationRuntimeState, orchestrationState, Now);
        }

        EpisodeCommit commit = new(item, newOrchestrationRuntimeState, orchestrationState, Now,
            [.. outboundMessages.Select(message => Outgoing(message))],
            [.. orchestratorMessages.Select(sent => Outgoing(sent)), .. timerMessages.Select(timer => Outgoing(timer, toSelf: true))]);
        await Store.PostAsync(new(commit.Write, () => LetOut(commit, item.InstanceId)) { MustSucceed = true });
        item.Taken = []; // an abandon after this gives nothing back
        item.InstanceKey = commit.InstanceKey;
        item.Episodes = commit.Episodes;
        item.ExecutionId = commit.ExecutionId;
        item.IsSpent = commit.IsStale || commit.IsFinished || commit.DeletesEntity;
        item.HasCursor = _settings.ExtendedSessions && !item.IsRewind && !item.IsEntity;
        item.IsRewind = false;
    }

    Task IOrchestrationService.AbandonTaskOrchestrationWorkItemAsync(TaskOrchestrationWorkItem workItem)
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

    Task IOrchestrationService.ReleaseTaskOrchestrationWorkItemAsync(TaskOrchestrationWorkItem workItem)
    {
        var item = (SqliteWorkItem)workItem;
        item.NewMessages = null;
        _settings.Health.CameBack();
        item.Instance.Abandons = item.IsAbandoned ? item.Instance.Abandons + 1 : 0;
        _ = UnlockAsync(item);
        return Task.CompletedTask;
    }

    /// <summary>What was abandoned, at once at first, as a worker that lost its cache needs only the history; then ever later.</summary>
    private async Task UnlockAsync(SqliteWorkItem item)
    {
        if (item.Instance.Abandons > 0)
        {
            _logger.WorkItemAbandoned(item.InstanceId, item.Instance.Abandons);
            await Task.Delay(_settings.RetryDelay * Math.Min(item.Instance.Abandons - 1, 5));
        }

        _sessions.Unlock(item.Instance, item.IsSpent ? null : item.ForNextEpisode());
    }

    private async Task<TaskOrchestrationWorkItem?> LockNextAsync(bool entities, TimeSpan timeout, CancellationToken cancellationToken)
    {
        while (await _sessions.LockNextAsync(entities, timeout, cancellationToken) is var (session, kept, messages))
        {
            _timers!.Resume();
            if ((kept ?? Load(session, messages)) is { } workItem && Prepare(workItem, messages))
            {
                _settings.Health.HandedOut();
                return workItem;
            }
        }

        return null;
    }

    private SqliteWorkItem? Load(InstanceSession session, List<TaskMessage> messages)
    {
        try
        {
            var (workItem, isForNobody) = Store.Read(database => WorkItemLoader.Load(database, session, messages));
            if (isForNobody)
            {
                _ = Store.PostAsync(new(database => MessageWriter.Delete(database, messages)) { MustSucceed = true, CanRide = true });
                _sessions.Unlock(session);
            }
            else if (workItem is null)
            {
                _sessions.GiveBack(session, messages);
                _sessions.Unlock(session, waits: true);
            }

            return workItem;
        }
        catch
        {
            _sessions.GiveBack(session, messages);
            _sessions.Unlock(session);
            throw;
        }
    }

    /// <summary>False where none of the messages was for this execution; the file has them no more.</summary>
    private bool Prepare(SqliteWorkItem workItem, List<TaskMessage> messages)
    {
        messages.RemoveAll(workItem.IsForAnother);
        if (messages.Count == 0)
        {
            _sessions.Unlock(workItem.Instance, workItem);
            return false;
        }

        var time = _settings.Time;
        workItem.Taken = messages;
        workItem.NewMessages = time == TimeProvider.System ? [.. messages] : new ClockedMessages(messages, workItem, time);
        workItem.IsExtendedSession = _settings.ExtendedSessions && !workItem.IsEntity;
        workItem.LockedUntilUtc = DateTime.MaxValue; // any other time starts a task that renews the lock
        var state = workItem.OrchestrationRuntimeState;
        if (workItem.HasCursor)
        {
            // The dispatcher never makes new events past ones, and a worker that replays reads both lists.
            state.NewEvents.ToList().ForEach(state.PastEvents.Add);
            state.NewEvents.Clear();
        }
        else if (state.NewEvents.Count > 0)
        {
            // What was new to the last episode is past to this one.
            workItem.OrchestrationRuntimeState = state = new OrchestrationRuntimeState(state.Events);
        }

        if (state.ExecutionStartedEvent is null)
        {
            Entities.AutoStart(workItem.InstanceId, workItem.NewMessages);
        }

        return true;
    }

    private void LetOut(EpisodeCommit commit, string instanceId)
    {
        if (commit.IsStale)
        {
            _logger.StaleEpisode(instanceId);
            return;
        }

        commit.Cancelled.ForEach(id => _activities.Close(id));
        commit.Activities.ForEach(activity => _activities.Add(activity.Original));
        commit.Messages.ForEach(LetOut);
        if (commit.IsFinished)
        {
            _waiters.Release(instanceId);
        }
    }
}
