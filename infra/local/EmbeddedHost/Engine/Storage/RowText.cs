using System.Text.Json;
using FuseDeskFlows.EmbeddedHost.Engine.Tracing;
using Microsoft.Data.Sqlite;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace FuseDeskFlows.EmbeddedHost.Engine.Storage;

/// <summary>How values are kept in columns, and rows read back.</summary>
internal static class RowText
{
    public const string InstanceColumns =
        "id, name, version, execution, status, created, updated, input, output, failure, custom_status, tags, parent, parent_name, parent_execution, parent_task, trace";

    public const string MessageColumns = "id, target, kind, due, execution, task, name, data, failure, sender, recursive, trace";

    public static string? Json<T>(T? value)
        where T : class
        => value is null ? null : JsonSerializer.Serialize(value);

    public static object? Ticks(DateTimeOffset? time) => time?.UtcTicks;

    public static InstanceRow Instance(SqliteDataReader r) =>
        new(r.GetString(0), r.GetString(1), r.GetString(3), (OrchestrationRuntimeStatus)r.GetInt32(4), Time(r, 5), Time(r, 6))
        {
            Version = r.GetString(2),
            Input = Text(r, 7),
            Output = Text(r, 8),
            Failure = Parse<TaskFailureDetails>(r, 9),
            CustomStatus = Text(r, 10),
            Tags = Parse<Dictionary<string, string>>(r, 11),
            Parent = r.IsDBNull(12) ? null : new(r.GetString(12), r.GetString(13), r.GetString(14), r.GetInt32(15)),
            Trace = Parse<RunTrace>(r, 16),
        };

    public static HistoryRecord History(SqliteDataReader r) => new((HistoryKind)r.GetInt32(0), Time(r, 1))
    {
        TaskId = r.IsDBNull(2) ? null : r.GetInt32(2),
        Name = Text(r, 3),
        Target = Text(r, 4),
        Data = Text(r, 5),
        Failure = Parse<TaskFailureDetails>(r, 6),
        FireAt = r.IsDBNull(7) ? null : Time(r, 7),
    };

    public static Message Message(SqliteDataReader r) => new(r.GetInt64(0), r.GetString(1), (HistoryKind)r.GetInt32(2))
    {
        DueAt = r.IsDBNull(3) ? null : Time(r, 3),
        ExecutionId = Text(r, 4),
        TaskId = r.IsDBNull(5) ? null : r.GetInt32(5),
        Name = Text(r, 6),
        Data = Text(r, 7),
        Failure = Parse<TaskFailureDetails>(r, 8),
        Sender = Text(r, 9),
        Recursive = r.GetBoolean(10),
        Trace = Parse<TraceLink>(r, 11),
    };

    public static ActivityWork Activity(SqliteDataReader r) => new(r.GetString(0), r.GetString(1), r.GetInt32(2), r.GetString(3), Text(r, 4))
    {
        Version = Text(r, 5) ?? string.Empty,
        Trace = Parse<RunTrace>(r, 6),
    };

    public static EntityRow Entity(SqliteDataReader r) => new(r.GetString(0), Text(r, 1), Text(r, 2), Time(r, 3), r.GetInt32(4));

    private static DateTimeOffset Time(SqliteDataReader r, int column) => new(r.GetInt64(column), TimeSpan.Zero);

    private static string? Text(SqliteDataReader r, int column) => r.IsDBNull(column) ? null : r.GetString(column);

    private static T? Parse<T>(SqliteDataReader r, int column)
        where T : class
        => r.IsDBNull(column) ? null : JsonSerializer.Deserialize<T>(r.GetString(column));
}
