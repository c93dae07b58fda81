using System.Text.Json;
using FuseDeskFlows.EmbeddedHost.Engine;

namespace FuseDeskFlows.Tests.Histories;

/// <summary>One event of a recorded history, in the order in which it is written.</summary>
internal sealed record HistoryEvent
{
    /// <summary>Its number in the history, from 1.</summary>
    public required int No { get; init; }

    public required HistoryKind Kind { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>The number of the step that it makes or answers.</summary>
    public int? Step { get; init; }

    public string? Name { get; init; }

    public string? Target { get; init; }

    public DateTimeOffset? DueAt { get; init; }

    public HistoryFailure? Failure { get; init; }

    public JsonElement? Data { get; init; }

    public static HistoryEvent Of(HistoryRecord record, int number) => new()
    {
        No = number,
        Kind = record.Kind,
        At = record.Timestamp,
        Step = record.TaskId,
        Name = record.Name,
        Target = record.Target,
        DueAt = record.FireAt,
        Failure = HistoryFailure.Of(record.Failure),
        Data = record.Data is { } data ? JsonElement.Parse(data) : null,
    };

    public HistoryRecord ToRecord() => new(Kind, At)
    {
        TaskId = Step,
        Name = Name,
        Target = Target,
        FireAt = DueAt,
        Failure = Failure?.ToDetails(),
        Data = Data?.GetRawText(),
    };
}
