using System.Text.Json.Serialization;

namespace FuseDeskFlows.Events;

/// <summary>What a replay did.</summary>
public sealed record ReplayedEvents
{
    /// <summary>How many events were put back into the queue.</summary>
    [JsonPropertyName("replayed")]
    public required int Replayed { get; init; }
}
