using System.Text.Json.Serialization;

namespace FuseDeskFlows.Events;

/// <summary>Case events that could not be handled.</summary>
public sealed record PoisonedEventList
{
    /// <summary>The oldest ones, at most 32.</summary>
    [JsonPropertyName("events")]
    public required IReadOnlyList<PoisonedEvent> Events { get; init; }
}
