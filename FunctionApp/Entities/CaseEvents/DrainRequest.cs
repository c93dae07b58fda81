namespace FuseDeskFlows.Entities.CaseEvents;

/// <summary>A run asks for the pending events.</summary>
public sealed record DrainRequest
{
    /// <summary>The run.</summary>
    public required string RunId { get; init; }

    /// <summary>When it asks.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>How long the case has to be quiet.</summary>
    public required TimeSpan QuietPeriod { get; init; }

    /// <summary>How long the first event waits at most.</summary>
    public required TimeSpan LongestDelay { get; init; }
}
