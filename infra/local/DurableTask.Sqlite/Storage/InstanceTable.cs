namespace DurableSqlite.Storage;

internal static class InstanceTable
{
    public const int Input = 0, Output = 1; // kinds of payload, as the file numbers them

    public static readonly OrchestrationStatus[] Finished =
        [OrchestrationStatus.Completed, OrchestrationStatus.Failed, OrchestrationStatus.Terminated, OrchestrationStatus.Canceled];

    public static bool IsFinished(OrchestrationStatus status) => Finished.Contains(status);

    public static InstanceRow? Find(Database database, string instanceId, bool withPayloads = false) => database.Query(
        $"SELECT {(withPayloads ? InstanceRow.ColumnsWithPayloads : InstanceRow.Columns)} FROM Instance i WHERE i.InstanceId = @0",
        InstanceRow.Read, instanceId).FirstOrDefault();

    /// <summary>A new orchestration, in the place of one that had its id, with what was left of that.</summary>
    /// <returns>The activities that are not to run any more.</returns>
    public static List<long> Replace(Database database, InstanceRow? old, ExecutionStartedEvent start, DateTime now)
    {
        var cancelled = old is null ? [] : Delete(database, old);
        Insert(database, isEntity: false, OrchestrationStatus.Pending, start, start.Input, now);
        return cancelled;
    }

    public static long Insert(
        Database database, bool isEntity, OrchestrationStatus status, ExecutionStartedEvent start, string? input, DateTime now)
    {
        var key = database.Scalar<long>(
            "INSERT INTO Instance(InstanceId, ExecutionId, Kind, Name, Version, Status, Created, Updated, Scheduled, Parent, Tags) "
            + "VALUES(@0, @1, @2, @3, @4, @5, @6, @6, @7, @8, @9) RETURNING Id",
            start.OrchestrationInstance.InstanceId, start.OrchestrationInstance.ExecutionId, isEntity, start.Name, start.Version,
            (int)status, now.Ticks, start.ScheduledStartTime?.ToUniversalTime().Ticks,
            start.ParentInstance is null ? null : EventSerializer.Write(start.ParentInstance),
            start.Tags is { Count: > 0 } ? EventSerializer.Write(start.Tags) : null);
        SetPayload(database, key, Input, input);
        return key;
    }

    public static void SetPayload(Database database, long key, int kind, string? body) => database.Execute(body is null
        ? "DELETE FROM Payload WHERE Instance = @0 AND Kind = @1"
        : "INSERT OR REPLACE INTO Payload(Instance, Kind, Body) VALUES(@0, @1, @2)", body is null ? [key, kind] : [key, kind, body]);

    /// <summary>Deletes an instance with its history, and but for an entity its messages; gives the keys of its activities.</summary>
    public static List<long> Delete(Database database, InstanceRow row)
    {
        DeleteRow(database, row.Id);
        database.Execute("DELETE FROM Inbox WHERE InstanceId = @0 AND NOT @1", row.InstanceId, row.IsEntity);
        return Cancel(database, row.InstanceId);
    }

    /// <summary>Deletes an instance, and leaves the messages that wait for it: an entity's next one creates it again.</summary>
    public static void DeleteRow(Database database, long key)
    {
        database.Execute("DELETE FROM Instance WHERE Id = @0", key);
        database.Execute("DELETE FROM Payload WHERE Instance = @0", key);
        database.Execute("DELETE FROM History WHERE Instance = @0", key);
    }

    /// <summary>Takes away the activities of an instance, or of one of its executions.</summary>
    public static List<long> Cancel(Database database, string instanceId, string? executionId = null) => database.Query(
        "DELETE FROM Task WHERE InstanceId = @0 AND (@1 IS NULL OR ExecutionId = @1) RETURNING Id",
        row => row.GetInt64(0), instanceId, executionId);

    public static (List<HistoryEvent> Events, int Episodes) ReadHistory(Database database, long key)
    {
        var rows = database.Query("SELECT Events FROM History WHERE Instance = @0 ORDER BY Episode", row => row.GetString(0), key);
        return ([.. rows.SelectMany(EventSerializer.ReadEvents)], rows.Count);
    }
}
