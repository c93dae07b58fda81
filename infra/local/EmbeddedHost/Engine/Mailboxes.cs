using FuseDeskFlows.EmbeddedHost.Engine.Storage;

namespace FuseDeskFlows.EmbeddedHost.Engine;

/// <summary>The delivered messages of each orchestration and entity. Each of them is worked on by one worker at a time.</summary>
internal sealed class Mailboxes(Action<string> orchestrationIsReady, Action<string> entityIsReady)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Mailbox> _boxes = new(StringComparer.Ordinal);

    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _boxes.Count;
            }
        }
    }

    public void Deliver(Message message)
    {
        lock (_gate)
        {
            var box = Open(message.Target);
            box.Arrived.Add(message);
            Schedule(message.Target, box);
        }
    }

    /// <summary>Has a target looked at though it has no message.</summary>
    public void Wake(string target)
    {
        lock (_gate)
        {
            var box = Open(target);
            box.Woken = true;
            Schedule(target, box);
        }
    }

    /// <summary>Hands a scheduled target's messages to its worker in their order; what fell due meanwhile, by its time, after what was sent
    /// at once, so that an event that came in time is not beaten by a timeout that is delivered along with it.</summary>
    public List<Message> Take(string target)
    {
        lock (_gate)
        {
            var box = _boxes[target];
            List<Message> messages = [.. box.Held.Concat(box.Arrived).OrderBy(m => m.DueAt ?? DateTimeOffset.MinValue).ThenBy(m => m.Id)];
            box.Held = [];
            box.Arrived.Clear();
            box.Woken = false;
            return messages;
        }
    }

    /// <summary>Ends the work on a target. What is held stays until something else arrives.</summary>
    public void Done(string target, List<Message> held)
    {
        lock (_gate)
        {
            var box = _boxes[target];
            box.Held = held;
            box.IsScheduled = false;
            if (box.Arrived.Count > 0 || box.Woken)
            {
                Schedule(target, box);
            }
            else if (held.Count == 0)
            {
                _boxes.Remove(target);
            }
        }
    }

    private Mailbox Open(string target)
    {
        if (!_boxes.TryGetValue(target, out var box))
        {
            _boxes.Add(target, box = new());
        }

        return box;
    }

    private void Schedule(string target, Mailbox box)
    {
        if (box.IsScheduled)
        {
            return;
        }

        box.IsScheduled = true;
        (target.StartsWith('@') ? entityIsReady : orchestrationIsReady)(target);
    }

    private sealed class Mailbox
    {
        public List<Message> Arrived { get; } = [];

        public List<Message> Held { get; set; } = [];

        public bool Woken { get; set; }

        public bool IsScheduled { get; set; }
    }
}
