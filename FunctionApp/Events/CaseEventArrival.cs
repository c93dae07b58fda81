namespace FuseDeskFlows.Events;

/// <summary>An event arrives in its case's inbox.</summary>
public sealed record CaseEventArrival
{
    /// <summary>The run of the event.</summary>
    public required string RunId { get; init; }

    /// <summary>When the run brought it: debouncing goes by our clock, not by the event's.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The event's id.</summary>
    public required string EventId { get; init; }

    /// <summary>What happened.</summary>
    public string? Type { get; init; }

    /// <summary>When it happened.</summary>
    public DateTimeOffset? OccurredAt { get; init; }
}
