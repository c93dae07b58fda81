using System.Runtime.InteropServices;
using System.Threading.Channels;

namespace DurableSqlite.Dispatch;

/// <summary>The instances in memory, and the queues of those that have something to do.</summary>
internal sealed class SessionTable(int keptInstances, Func<bool> separatesEntities)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, InstanceSession> _sessions = new(StringComparer.Ordinal);
    private readonly LinkedList<InstanceSession> _kept = new();
    private readonly Channel<InstanceSession> _orchestrations = Channel.CreateUnbounded<InstanceSession>();
    private readonly Channel<InstanceSession> _entities = Channel.CreateUnbounded<InstanceSession>();

    public (int All, int Queued) Counts => (_sessions.Count, _orchestrations.Reader.Count + _entities.Reader.Count);

    public void Deliver(TaskMessage message)
    {
        var instanceId = message.OrchestrationInstance.InstanceId;
        using var scope = _gate.EnterScope();
        var session = CollectionsMarshal.GetValueRefOrAddDefault(_sessions, instanceId, out _) ??= new InstanceSession(instanceId);
        session.Inbox.Add(message);
        session.HasNews = true;
        Enqueue(session);
    }

    /// <summary>Locks the next instance that has messages; null when the time is over.</summary>
    public async Task<(InstanceSession Session, SqliteWorkItem? Kept, List<TaskMessage> Messages)?> LockNextAsync(
        bool entities, TimeSpan timeout, CancellationToken cancellationToken)
    {
        var queue = entities ? _entities : _orchestrations;
        while (await ChannelReading.NextAsync(queue.Reader, timeout, cancellationToken) is { } session)
        {
            using var scope = _gate.EnterScope();
            session.IsQueued = false;
            if (QueueOf(session) != queue)
            {
                Enqueue(session); // queued before it was known that entities are dispatched apart
            }
            else if (!session.IsLocked && session.Inbox.Count > 0)
            {
                (session.IsLocked, session.HasNews) = (true, false);
                var kept = session.Kept;
                Unkeep(session);
                return (session, kept, TakeMessages(session.Inbox));
            }
        }

        return null;
    }

    /// <summary>Gives messages back that came to nothing, before those that came later.</summary>
    public void GiveBack(InstanceSession session, List<TaskMessage> messages)
    {
        using var scope = _gate.EnterScope();
        session.Inbox.InsertRange(0, messages);
    }

    /// <summary>Queues again what has messages, unless they wait for one that did not come meanwhile; forgets what has none left.</summary>
    public void Unlock(InstanceSession session, SqliteWorkItem? keep = null, bool waits = false)
    {
        using var scope = _gate.EnterScope();
        session.IsLocked = false;
        if (keep is not null && keptInstances > 0)
        {
            session.Kept = keep;
            session.KeptNode = _kept.AddLast(session);
            if (_kept.Count > keptInstances)
            {
                var oldest = _kept.First!.Value;
                Unkeep(oldest);
                ForgetIfIdle(oldest);
            }
        }

        if (session.Inbox.Count > 0 && (!waits || session.HasNews))
        {
            Enqueue(session);
        }

        ForgetIfIdle(session);
    }

    /// <summary>Drops what is in memory of an instance that was purged or replaced. Work under way finds out at its commit.</summary>
    public void Forget(string instanceId, bool keepsMessages = false)
    {
        using var scope = _gate.EnterScope();
        if (_sessions.TryGetValue(instanceId, out var session))
        {
            session.Inbox.RemoveAll(_ => !keepsMessages);
            Unkeep(session);
            ForgetIfIdle(session);
        }
    }

    /// <summary>The rewind of an instance that has ended must be alone in its batch, or the dispatcher drops the whole batch.</summary>
    private static List<TaskMessage> TakeMessages(List<TaskMessage> inbox)
    {
        var rewind = inbox.FindIndex(message => message.Event.EventType == EventType.ExecutionRewound);
        var taken = inbox[..(rewind < 0 ? inbox.Count : Math.Max(rewind, 1))];
        inbox.RemoveRange(0, taken.Count);
        return taken;
    }

    private Channel<InstanceSession> QueueOf(InstanceSession session) =>
        separatesEntities() && Entities.IsEntityInstance(session.InstanceId) ? _entities : _orchestrations;

    private void Enqueue(InstanceSession session)
    {
        if (!session.IsLocked && !session.IsQueued)
        {
            session.IsQueued = true;
            QueueOf(session).Writer.TryWrite(session);
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
