using System.Text.Json.Serialization;

namespace FuseDeskFlows.Orchestrations.RateLimiting;

/// <summary>One wait of a run for a quota.</summary>
/// <param name="From">When it began.</param>
/// <param name="To">When it was over.</param>
/// <param name="Model">Whether it was for the language model's quota.</param>
public sealed record RateLimitWait(
    [property: JsonPropertyName("from")] DateTimeOffset From,
    [property: JsonPropertyName("to")] DateTimeOffset To,
    [property: JsonPropertyName("model")] bool Model);
