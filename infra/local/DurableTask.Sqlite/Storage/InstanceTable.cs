using DurableSqlite.Messages;
using DurableTask.Core;
using DurableTask.Core.History;

namespace DurableSqlite.Storage;

/// <summary>The rows of instances and of what belongs to them.</summary>
internal static class InstanceTable
{
    public static bool IsFinished(OrchestrationStatus status) => status is OrchestrationStatus.Completed or OrchestrationStatus.Failed
        or OrchestrationStatus.Terminated or OrchestrationStatus.Canceled;

    public static InstanceRow? Find(Database database, string instanceId) => First(database, $"SELECT {InstanceRow.Columns}", instanceId);

    public static InstanceRow? FindWithPayloads(Database database, string instanceId) =>
        First(database, $"SELECT {InstanceRow.Columns}{InstanceRow.Payloads}", instanceId);

    /// <summary>A new orchestration, in the place of one that had its id, with what was left of that.</summary>
    public static void Replace(Database database, InstanceRow? old, ExecutionStartedEvent start, DateTime now)
    {
        if (old is not null)
        {
            Delete(database, old);
        }

        Insert(database, InstanceKind.Orchestration, OrchestrationStatus.Pending, start, start.Input, now);
    }

    /// <returns>The row's key.</returns>
    public static long Insert(
        Database database, InstanceKind kind, OrchestrationStatus status, ExecutionStartedEvent start, string? input, DateTime now)
    {
        var key = database.Scalar<long>(
            "INSERT INTO Instance(InstanceId, ExecutionId, Kind, Name, Version, Status, Created, Updated, Scheduled, Parent, Tags) "
            + "VALUES(@0, @1, @2, @3, @4, @5, @6, @6, @7, @8, @9) RETURNING Id",
            start.OrchestrationInstance.InstanceId, start.OrchestrationInstance.ExecutionId, (int)kind, start.Name, start.Version,
            (int)status, now.Ticks, start.ScheduledStartTime?.ToUniversalTime().Ticks,
            start.ParentInstance is null ? null : EventSerializer.Write(start.ParentInstance),
            start.Tags is { Count: > 0 } ? EventSerializer.Write(start.Tags) : null);
        SetPayload(database, key, PayloadKind.Input, input);
        return key;
    }

    public static void SetPayload(Database database, long key, PayloadKind kind, string? body)
    {
        if (body is null)
        {
            database.Execute("DELETE FROM Payload WHERE Instance = @0 AND Kind = @1", key, (int)kind);
        }
        else
        {
            database.Execute("INSERT OR REPLACE INTO Payload(Instance, Kind, Body) VALUES(@0, @1, @2)", key, (int)kind, body);
        }
    }

    /// <summary>Deletes an instance with its history, its messages and its activities.</summary>
    public static void Delete(Database database, InstanceRow row)
    {
        DeleteRow(database, row.Id);
        database.Execute("DELETE FROM Inbox WHERE InstanceId = @0", row.InstanceId);
        database.Execute("DELETE FROM Task WHERE InstanceId = @0", row.InstanceId);
    }

    /// <summary>Deletes an instance, and leaves the messages that wait for it: an entity's next one creates it again.</summary>
    public static void DeleteRow(Database database, long key)
    {
        database.Execute("DELETE FROM Instance WHERE Id = @0", key);
        database.Execute("DELETE FROM Payload WHERE Instance = @0", key);
        database.Execute("DELETE FROM History WHERE Instance = @0", key);
    }

    public static (List<HistoryEvent> Events, int Episodes) ReadHistory(Database database, long key)
    {
        var rows = database.Query("SELECT Events FROM History WHERE Instance = @0 ORDER BY Episode", row => row.GetString(0), key);
        List<HistoryEvent> events = [];
        rows.ForEach(row => EventSerializer.ReadEvents(row, events));
        return (events, rows.Count);
    }

    private static InstanceRow? First(Database database, string select, string instanceId) =>
        database.Query($"{select} FROM Instance i WHERE i.InstanceId = @0", InstanceRow.Read, instanceId).FirstOrDefault();
}
