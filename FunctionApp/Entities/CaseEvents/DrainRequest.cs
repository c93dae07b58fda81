using System.Text.Json.Serialization;

namespace FuseDeskFlows.Entities.CaseEvents;

/// <summary>A run asks for the pending events.</summary>
public sealed record DrainRequest
{
    /// <summary>The instance id of the run that asks.</summary>
    [JsonPropertyName("runId")]
    public required string RunId { get; init; }

    /// <summary>When it asks.</summary>
    [JsonPropertyName("at")]
    public required DateTimeOffset At { get; init; }

    /// <summary>How long the case has to be quiet.</summary>
    [JsonPropertyName("quietPeriod")]
    public required TimeSpan QuietPeriod { get; init; }

    /// <summary>How long the first event waits at most.</summary>
    [JsonPropertyName("maxDelay")]
    public required TimeSpan MaxDelay { get; init; }
}
