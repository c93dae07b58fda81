using DurableSqlite.Messages;
using DurableTask.Core;
using Microsoft.Data.Sqlite;

namespace DurableSqlite.Storage;

/// <summary>An orchestration or entity, as the file has it.</summary>
internal sealed record InstanceRow(
    long Id, string InstanceId, string ExecutionId, InstanceKind Kind, OrchestrationStatus Status, DateTime Created, DateTime Updated)
{
    /// <summary>What <see cref="Read"/> reads; an input and an output may follow.</summary>
    public const string Columns =
        "i.Id, i.InstanceId, i.ExecutionId, i.Kind, i.Status, i.Created, i.Updated, i.Name, i.Version, i.Completed, i.Scheduled, "
        + "i.CustomStatus, i.Parent, i.Tags";

    public const string Payloads = ", (SELECT Body FROM Payload p WHERE p.Instance = i.Id AND p.Kind = 0), "
        + "(SELECT Body FROM Payload p WHERE p.Instance = i.Id AND p.Kind = 1)";

    /// <summary>JSON, as all custom statuses are: what Azure Storage has of an instance that began and set none.</summary>
    private const string NoCustomStatus = "null";

    public string? Name { get; private init; }
    public string? Version { get; private init; }
    public DateTime? Completed { get; private init; }
    public DateTime? Scheduled { get; private init; }
    public string? CustomStatus { get; private init; }
    public string? Parent { get; private init; }
    public string? Tags { get; private init; }
    public string? Input { get; private init; }
    public string? Output { get; private init; }
    public bool IsFinished => InstanceTable.IsFinished(Status);

    public static InstanceRow Read(SqliteDataReader row) => new(
        row.GetInt64(0), row.GetString(1), row.GetString(2), (InstanceKind)row.GetInt32(3), (OrchestrationStatus)row.GetInt32(4),
        Time(row, 5)!.Value, Time(row, 6)!.Value)
    {
        Name = Text(row, 7),
        Version = Text(row, 8),
        Completed = Time(row, 9),
        Scheduled = Time(row, 10),
        CustomStatus = Text(row, 11),
        Parent = Text(row, 12),
        Tags = Text(row, 13),
        Input = row.FieldCount > 14 ? Text(row, 14) : null,
        Output = row.FieldCount > 14 ? Text(row, 15) : null,
    };

    public OrchestrationState ToState() => new()
    {
        OrchestrationInstance = new OrchestrationInstance { InstanceId = InstanceId, ExecutionId = ExecutionId },
        Name = Name,
        Version = Version,
        OrchestrationStatus = Status,
        Status = CustomStatus ?? (Status == OrchestrationStatus.Pending ? null : NoCustomStatus),
        Input = Input,
        Output = Output,
        CreatedTime = Created,
        LastUpdatedTime = Updated,
        CompletedTime = Completed ?? DateTime.SpecifyKind(DateTime.MaxValue, DateTimeKind.Utc),
        ScheduledStartTime = Scheduled,
        ParentInstance = EventSerializer.Read<ParentInstance>(Parent),
        Tags = EventSerializer.Read<Dictionary<string, string>>(Tags),
    };

    private static string? Text(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private static DateTime? Time(SqliteDataReader row, int column) =>
        row.IsDBNull(column) ? null : new DateTime(row.GetInt64(column), DateTimeKind.Utc);
}
