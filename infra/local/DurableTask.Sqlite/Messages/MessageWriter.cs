namespace DurableSqlite.Messages;

/// <summary>Who gets a message: decided in the transaction that writes it.</summary>
internal static class MessageWriter
{
    public static void Write(Database database, OutgoingMessage outgoing, DateTime now)
    {
        var original = outgoing.Original;
        outgoing.Written = outgoing.ToSelf || Entities.IsEntityInstance(original.OrchestrationInstance.InstanceId)
            ? original
            : Address(database, original, now);
        outgoing.IsTimer = outgoing.Written == original && outgoing.Due > now;
        if (outgoing.Written is { } message)
        {
            var body = message == original ? outgoing.Body : EventSerializer.WriteMessage(message);
            message.SequenceNumber = original.SequenceNumber;
            Insert(database, message, body, outgoing.IsTimer ? outgoing.Due : null);
        }
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
        "INSERT INTO Task(Id, InstanceId, ExecutionId, Body) VALUES(@0, @1, @2, @3)", activity.Original.SequenceNumber,
        activity.Original.OrchestrationInstance.InstanceId, activity.Original.OrchestrationInstance.ExecutionId, activity.Body);

    public static void Delete(Database database, List<TaskMessage> messages) =>
        messages.ForEach(message => database.Execute("DELETE FROM Inbox WHERE Id = @0", message.SequenceNumber));

    private static void Insert(Database database, TaskMessage message, string body, DateTime? due) => database.Execute(
        "INSERT INTO Inbox(Id, InstanceId, ExecutionId, Due, Body) VALUES(@0, @1, @2, @3, @4)", message.SequenceNumber,
        message.OrchestrationInstance.InstanceId, message.OrchestrationInstance.ExecutionId, due?.Ticks, body);

    /// <summary>The message, another in its place, or null: what is for an instance that has ended or never was is dropped.</summary>
    private static TaskMessage? Address(Database database, TaskMessage message, DateTime now)
    {
        var (instanceId, executionId) = (message.OrchestrationInstance.InstanceId, message.OrchestrationInstance.ExecutionId);
        var receiver = InstanceTable.Find(database, instanceId);
        if (message.Event is ExecutionStartedEvent start)
        {
            if (receiver is { IsFinished: false })
            {
                return Refuse(start, instanceId);
            }

            InstanceTable.Replace(database, receiver, start, now);
            return message;
        }

        var isThere = receiver is not null && (!receiver.IsFinished || message.Event.EventType == EventType.ExecutionRewound);
        return isThere && (string.IsNullOrEmpty(executionId) || string.Equals(executionId, receiver!.ExecutionId, StringComparison.Ordinal))
            ? message : null;
    }

    /// <summary>A running instance keeps its id: a second start is dropped, and a parent that waits for it is told.</summary>
    private static TaskMessage? Refuse(ExecutionStartedEvent start, string instanceId)
    {
        if (start.ParentInstance is null || (start.Tags?.ContainsKey(OrchestrationTags.FireAndForget) ?? false))
        {
            return null;
        }

        var reason = $"An instance with the id '{instanceId}' is running.";
        FailureDetails failure = new("InstanceAlreadyExists", reason, null, null, isNonRetriable: true);
        return new TaskMessage
        {
            OrchestrationInstance = start.ParentInstance.OrchestrationInstance,
            Event = new SubOrchestrationInstanceFailedEvent(-1, start.ParentInstance.TaskScheduleId, reason, null, failure),
        };
    }
}
