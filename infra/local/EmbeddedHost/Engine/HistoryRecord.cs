using Microsoft.DurableTask;

namespace FuseDeskFlows.EmbeddedHost.Engine;

/// <summary>One line of an orchestration's history.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="Timestamp">When.</param>
internal sealed record HistoryRecord(HistoryKind Kind, DateTimeOffset Timestamp)
{
    /// <summary>The number of the step it belongs to; null when it belongs to none.</summary>
    public int? TaskId { get; init; }

    /// <summary>The function, the event or the entity operation.</summary>
    public string? Name { get; init; }

    /// <summary>The sub-orchestration, the receiver of an event, or the entity.</summary>
    public string? Target { get; init; }

    /// <summary>Input, result, payload or reason, serialised.</summary>
    public string? Data { get; init; }

    /// <summary>Why it failed.</summary>
    public TaskFailureDetails? Failure { get; init; }

    /// <summary>When a timer is due.</summary>
    public DateTimeOffset? FireAt { get; init; }
}
