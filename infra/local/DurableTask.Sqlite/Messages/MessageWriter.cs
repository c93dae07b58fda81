using DurableSqlite.Storage;
using DurableTask.Core;
using DurableTask.Core.Common;
using DurableTask.Core.History;

namespace DurableSqlite.Messages;

/// <summary>Who gets a message: decided in the transaction that writes it.</summary>
internal static class MessageWriter
{
    public static void Write(Database database, OutgoingMessage outgoing, DateTime now)
    {
        outgoing.Written = outgoing.ToSelf || Entities.IsEntityInstance(outgoing.Original.OrchestrationInstance.InstanceId)
            ? outgoing.Original
            : Address(database, outgoing.Original, now);
        if (outgoing.Written is not { } message)
        {
            return;
        }

        outgoing.IsTimer = message == outgoing.Original && outgoing.Due > now;
        var body = message == outgoing.Original ? outgoing.Body : EventSerializer.WriteMessage(message);
        message.SequenceNumber = outgoing.Id;
        Insert(database, message, body, outgoing.IsTimer ? outgoing.Due : null);
    }

    /// <summary>The result of an activity, in the place of its row; nothing where that has been cancelled.</summary>
    public static void WriteResult(Database database, long activity, OutgoingMessage result)
    {
        if (database.Execute("DELETE FROM Task WHERE Id = @0", activity) == 1)
        {
            Insert(database, result.Original, result.Body, due: null);
        }
    }

    public static void WriteActivity(Database database, OutgoingMessage activity) => database.Execute(
        "INSERT INTO Task(Id, InstanceId, ExecutionId, Body) VALUES(@0, @1, @2, @3)", activity.Id,
        activity.Original.OrchestrationInstance.InstanceId, activity.Original.OrchestrationInstance.ExecutionId, activity.Body);

    public static void Delete(Database database, List<TaskMessage> messages)
    {
        foreach (var message in messages)
        {
            database.Execute("DELETE FROM Inbox WHERE Id = @0", message.SequenceNumber);
        }
    }

    private static void Insert(Database database, TaskMessage message, string body, DateTime? due) => database.Execute(
        "INSERT INTO Inbox(Id, InstanceId, ExecutionId, Due, Body) VALUES(@0, @1, @2, @3, @4)", message.SequenceNumber,
        message.OrchestrationInstance.InstanceId, message.OrchestrationInstance.ExecutionId, due?.Ticks, body);

    /// <summary>The message, another in its place, or null: what is for an instance that has ended or never was is dropped.</summary>
    private static TaskMessage? Address(Database database, TaskMessage message, DateTime now)
    {
        var receiver = InstanceTable.Find(database, message.OrchestrationInstance.InstanceId);
        if (message.Event is ExecutionStartedEvent start)
        {
            return StartChild(database, receiver, message, start, now);
        }

        if (receiver is null || (receiver.IsFinished && message.Event.EventType != EventType.ExecutionRewound))
        {
            return null;
        }

        var execution = message.OrchestrationInstance.ExecutionId;
        return string.IsNullOrEmpty(execution) || string.Equals(execution, receiver.ExecutionId, StringComparison.Ordinal) ? message : null;
    }

    /// <summary>A running instance keeps its id: a second start is dropped, and a parent that waits for it is told.</summary>
    private static TaskMessage? StartChild(
        Database database, InstanceRow? existing, TaskMessage message, ExecutionStartedEvent start, DateTime now)
    {
        if (existing is null or { IsFinished: true })
        {
            InstanceTable.Replace(database, existing, start, now);
            return message;
        }

        if (start.ParentInstance is null || (start.Tags?.ContainsKey(OrchestrationTags.FireAndForget) ?? false))
        {
            return null;
        }

        var reason = $"An instance with the id '{existing.InstanceId}' is running.";
        return new TaskMessage
        {
            OrchestrationInstance = start.ParentInstance.OrchestrationInstance,
            Event = new SubOrchestrationInstanceFailedEvent(-1, start.ParentInstance.TaskScheduleId, reason, null,
                new FailureDetails("InstanceAlreadyExists", reason, null, null, true)),
        };
    }
}
