using System.Text.Json;
using System.Text.Json.Serialization;

namespace FuseDeskFlows.Tests.Histories;

/// <summary>One event of a recorded history, in the order in which it is written.</summary>
internal sealed record HistoryEvent
{
    /// <summary>Its number in the history, from 1.</summary>
    public required int No { get; init; }

    public required HistoryEventKind Kind { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>The number of the step that it makes or answers.</summary>
    public int? Step { get; init; }

    public string? Name { get; init; }

    public string? Target { get; init; }

    public DateTimeOffset? DueAt { get; init; }

    public HistoryFailure? Failure { get; init; }

    public JsonElement? Data { get; init; }

    /// <summary>Whether the run took a step here.</summary>
    [JsonIgnore]
    public bool IsStep => Kind is HistoryEventKind.TaskScheduled or HistoryEventKind.TimerCreated
        or HistoryEventKind.SubOrchestrationInstanceCreated
        or HistoryEventKind.EntityOperationCalled or HistoryEventKind.EntityOperationSignaled;

    /// <summary>Whether this answers a step.</summary>
    [JsonIgnore]
    public bool IsAnswer => Step is not null && !IsStep;

    /// <summary>Whether the run ended here.</summary>
    [JsonIgnore]
    public bool IsEnd => Kind is HistoryEventKind.ExecutionCompleted or HistoryEventKind.ExecutionFailed;
}
