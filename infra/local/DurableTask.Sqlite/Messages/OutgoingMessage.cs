namespace DurableSqlite.Messages;

/// <summary>A message on its way into the file, and after the commit to its instance or to the timers.</summary>
/// <param name="message">What is sent, with its row's key as the sequence number; keys of later messages are greater.</param>
/// <param name="toSelf">Sent by an instance or a start to itself: the receiver need not be looked up.</param>
internal sealed class OutgoingMessage(TaskMessage message, bool toSelf)
{
    public TaskMessage Original => message;
    public string Body { get; } = EventSerializer.WriteMessage(message); // made by the sender, and not by the one thread that writes
    /// <summary>When it may arrive; null: at once.</summary>
    public DateTime? Due { get; } = message.Event switch
    {
        TimerFiredEvent timer => timer.FireAt.ToUniversalTime(),
        ExecutionStartedEvent { ScheduledStartTime: { } start } => start.ToUniversalTime(),
        _ => Entities.IsDelayedEntityMessage(message, out var due) ? due : null,
    };
    public bool ToSelf => toSelf;
    /// <summary>What has been written in its place; null where nobody is there to get it. Set by <see cref="MessageWriter"/>.</summary>
    public TaskMessage? Written { get; set; }
    /// <summary>Whether it has been written for later. Set by <see cref="MessageWriter"/>.</summary>
    public bool IsTimer { get; set; }
}
