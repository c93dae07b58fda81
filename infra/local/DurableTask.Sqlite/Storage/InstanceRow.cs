namespace DurableSqlite.Storage;

/// <summary>An orchestration or entity, as the file has it.</summary>
internal sealed record InstanceRow(
    long Id, string InstanceId, string ExecutionId, bool IsEntity, OrchestrationStatus Status, DateTime Created, DateTime Updated,
    DateTime? Completed, DateTime? Scheduled, string? Name, string? Version, string? CustomStatus, string? Parent, string? Tags,
    string? Input, string? Output)
{
    public const string Columns = "i.Id, i.InstanceId, i.ExecutionId, i.Kind, i.Status, i.Created, i.Updated, i.Completed, i.Scheduled, "
        + "i.Name, i.Version, i.CustomStatus, i.Parent, i.Tags";

    public const string ColumnsWithPayloads = Columns + ", (SELECT Body FROM Payload p WHERE p.Instance = i.Id AND p.Kind = 0), "
        + "(SELECT Body FROM Payload p WHERE p.Instance = i.Id AND p.Kind = 1)";

    /// <summary>JSON, as all custom statuses are: what Azure Storage has of an instance that began and set none.</summary>
    private const string NoCustomStatus = "null";

    public bool IsFinished => InstanceTable.IsFinished(Status);

    public static InstanceRow Read(SqliteDataReader row) => new(
        row.GetInt64(0), row.GetString(1), row.GetString(2), row.GetBoolean(3), (OrchestrationStatus)row.GetInt32(4),
        Time(row, 5)!.Value, Time(row, 6)!.Value, Time(row, 7), Time(row, 8), Text(row, 9), Text(row, 10), Text(row, 11),
        Text(row, 12), Text(row, 13), Text(row, 14), Text(row, 15));

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

    private static string? Text(SqliteDataReader row, int column) =>
        column >= row.FieldCount || row.IsDBNull(column) ? null : row.GetString(column);

    private static DateTime? Time(SqliteDataReader row, int column) =>
        row.IsDBNull(column) ? null : new DateTime(row.GetInt64(column), DateTimeKind.Utc);
}
