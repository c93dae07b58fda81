using System.Text.Json.Serialization;

namespace FuseDeskFlows.Events;

/// <summary>A case event that could not be handled.</summary>
public sealed record PoisonedEvent
{
    /// <summary>When it came to the poisoned ones, after its last attempt.</summary>
    [JsonPropertyName("poisonedAt")]
    public DateTimeOffset? PoisonedAt { get; init; }

    /// <summary>The message as it came; it need not be JSON.</summary>
    [JsonPropertyName("message")]
    public required string Message { get; init; }
}
