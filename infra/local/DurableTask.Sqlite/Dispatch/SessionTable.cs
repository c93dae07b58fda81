using System.Threading.Channels;
using DurableTask.Core;
using DurableTask.Core.Common;
using DurableTask.Core.History;

namespace DurableSqlite.Dispatch;

/// <summary>The instances in memory, and the queues of those that have something to do.</summary>
/// <param name="keptInstances">How many idle instances keep their last work item.</param>
internal sealed class SessionTable(int keptInstances)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, InstanceSession> _sessions = new(StringComparer.Ordinal);
    private readonly LinkedList<InstanceSession> _kept = new();
    private readonly Channel<InstanceSession> _orchestrations = Channel.CreateUnbounded<InstanceSession>();
    private readonly Channel<InstanceSession> _entities = Channel.CreateUnbounded<InstanceSession>();

    /// <summary>Whether entities have a dispatcher of their own.</summary>
    public bool SeparateEntities { get; set; } = true;

    /// <summary>Instances in memory, and how many of them wait for a dispatcher.</summary>
    public (int All, int Queued) Counts => (_sessions.Count, _orchestrations.Reader.Count + _entities.Reader.Count);

    public void Deliver(TaskMessage message)
    {
        var instanceId = message.OrchestrationInstance.InstanceId;
        using var scope = _gate.EnterScope();
        if (!_sessions.TryGetValue(instanceId, out var session))
        {
            _sessions.Add(instanceId, session = new InstanceSession(instanceId));
        }

        session.Inbox.Add(message);
        session.HasNews = true;
        Enqueue(session);
    }

    /// <summary>Locks the next instance that has messages; null when the time is over.</summary>
    public async Task<(InstanceSession Session, SqliteWorkItem? Kept, List<TaskMessage> Messages)?> LockNextAsync(
        bool entities, TimeSpan timeout, CancellationToken cancellationToken)
    {
        var queue = entities ? _entities.Reader : _orchestrations.Reader;
        while (await ChannelReading.NextAsync(queue, timeout, cancellationToken) is { } session)
        {
            using var scope = _gate.EnterScope();
            session.IsQueued = false;
            if (session.IsLocked || session.Inbox.Count == 0)
            {
                continue;
            }

            if (QueueOf(session).Reader != queue)
            {
                Enqueue(session); // queued before it was known that entities are dispatched apart
                continue;
            }

            session.IsLocked = true;
            session.HasNews = false;
            var kept = session.Kept;
            Unkeep(session);
            return (session, kept, TakeMessages(session));
        }

        return null;
    }

    /// <summary>Gives messages back that came to nothing, before those that came later.</summary>
    public void GiveBack(InstanceSession session, List<TaskMessage> messages)
    {
        using var scope = _gate.EnterScope();
        session.Inbox.InsertRange(0, messages);
    }

    /// <summary>Ends a lock. What has messages is queued again, what has nothing left is forgotten.</summary>
    /// <param name="session">The instance.</param>
    /// <param name="keep">Kept for the next episode, if there is one soon.</param>
    /// <param name="waits">Its messages wait for another one, unless that came meanwhile.</param>
    public void Unlock(InstanceSession session, SqliteWorkItem? keep = null, bool waits = false)
    {
        using var scope = _gate.EnterScope();
        session.IsLocked = false;
        if (keep is not null && keptInstances > 0)
        {
            Keep(session, keep);
        }

        if (session.Inbox.Count > 0 && (!waits || session.HasNews))
        {
            Enqueue(session);
        }
        else
        {
            ForgetIfIdle(session);
        }
    }

    /// <summary>Drops what is in memory of an instance that was purged or replaced. Work under way finds out at its commit.</summary>
    /// <param name="instanceId">The instance.</param>
    /// <param name="keepsMessages">Leaves the messages that wait for it: they are still in the file.</param>
    public void Forget(string instanceId, bool keepsMessages = false)
    {
        using var scope = _gate.EnterScope();
        if (_sessions.TryGetValue(instanceId, out var session))
        {
            if (!keepsMessages)
            {
                session.Inbox.Clear();
            }

            Unkeep(session);
            ForgetIfIdle(session);
        }
    }

    public void Clear()
    {
        using var scope = _gate.EnterScope();
        foreach (var session in _sessions.Values)
        {
            session.Inbox.Clear(); // what is queued still is passed over
        }

        _sessions.Clear();
        _kept.Clear();
    }

    /// <summary>The rewind of an instance that has ended must be alone in its batch, or the dispatcher drops the whole batch.</summary>
    private static List<TaskMessage> TakeMessages(InstanceSession session)
    {
        var rewind = session.Inbox.FindIndex(message => message.Event.EventType == EventType.ExecutionRewound);
        var count = rewind switch { < 0 => session.Inbox.Count, 0 => 1, _ => rewind };
        var taken = session.Inbox.GetRange(0, count);
        session.Inbox.RemoveRange(0, count);
        return taken;
    }

    private Channel<InstanceSession> QueueOf(InstanceSession session) =>
        SeparateEntities && Entities.IsEntityInstance(session.InstanceId) ? _entities : _orchestrations;

    private void Enqueue(InstanceSession session)
    {
        if (!session.IsLocked && !session.IsQueued)
        {
            session.IsQueued = true;
            QueueOf(session).Writer.TryWrite(session);
        }
    }

    private void Keep(InstanceSession session, SqliteWorkItem workItem)
    {
        session.Kept = workItem;
        session.KeptNode = _kept.AddLast(session);
        if (_kept.Count > keptInstances)
        {
            var oldest = _kept.First!.Value;
            Unkeep(oldest);
            ForgetIfIdle(oldest);
        }
    }

    private void Unkeep(InstanceSession session)
    {
        session.Kept = null;
        if (session.KeptNode is { } node)
        {
            _kept.Remove(node);
            session.KeptNode = null;
        }
    }

    private void ForgetIfIdle(InstanceSession session)
    {
        if (session is { IsLocked: false, IsQueued: false, Kept: null, Inbox.Count: 0 })
        {
            _sessions.Remove(session.InstanceId);
        }
    }
}
