using DurableTask.Core;
using DurableTask.Core.Common;
using DurableTask.Core.History;

namespace DurableSqlite.Messages;

/// <summary>A message on its way into the file, and after the commit to its instance or to the timers.</summary>
internal sealed class OutgoingMessage
{
    /// <param name="message">What is sent. Its JSON is made here, by the sender, and not by the one thread that writes.</param>
    /// <param name="id">The row's key; keys of later messages are greater.</param>
    /// <param name="toSelf">Sent by an instance or a start to itself: the receiver need not be looked up.</param>
    public OutgoingMessage(TaskMessage message, long id, bool toSelf = false)
    {
        message.SequenceNumber = id;
        Original = message;
        Body = EventSerializer.WriteMessage(message);
        Due = DueTime(message);
        ToSelf = toSelf;
    }

    public TaskMessage Original { get; }
    public string Body { get; }
    public long Id => Original.SequenceNumber;
    /// <summary>When it may arrive; null: at once.</summary>
    public DateTime? Due { get; }
    public bool ToSelf { get; }
    /// <summary>What has been written in its place; null where nobody is there to get it. Set by <see cref="MessageWriter"/>.</summary>
    public TaskMessage? Written { get; set; }
    /// <summary>Whether it has been written for later. Set by <see cref="MessageWriter"/>.</summary>
    public bool IsTimer { get; set; }

    private static DateTime? DueTime(TaskMessage message) => message.Event switch
    {
        TimerFiredEvent timer => timer.FireAt.ToUniversalTime(),
        ExecutionStartedEvent { ScheduledStartTime: { } start } => start.ToUniversalTime(),
        _ => Entities.IsDelayedEntityMessage(message, out var due) ? due : null,
    };
}
