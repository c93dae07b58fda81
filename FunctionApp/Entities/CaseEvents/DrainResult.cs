using System.Text.Json.Serialization;
using FuseDeskFlows.Events;

namespace FuseDeskFlows.Entities.CaseEvents;

/// <summary>The answer to a run that asked for the pending events.</summary>
public sealed record DrainResult
{
    /// <summary>The events, which are the run's now; null if the case is not quiet yet, or the run does not lead.</summary>
    [JsonPropertyName("burst")]
    public CaseBurst? Burst { get; init; }

    /// <summary>When to ask again; null if there is nothing to wait for.</summary>
    [JsonPropertyName("retryAt")]
    public DateTimeOffset? RetryAt { get; init; }
}
