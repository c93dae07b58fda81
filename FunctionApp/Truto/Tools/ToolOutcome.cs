using System.Text.Json.Serialization;
using FuseDeskFlows.RateLimiting;

namespace FuseDeskFlows.Truto.Tools;

/// <summary>
/// What became of one tool call: exactly one of <see cref="Value"/>, <see cref="RateLimit"/> and <see cref="Error"/> is set.
/// It travels through an orchestration's history as JSON, so it is plain data.
/// </summary>
/// <typeparam name="T">What the tool answers.</typeparam>
public sealed record ToolOutcome<T>
    where T : class
{
    /// <summary>The answer of a call that succeeded.</summary>
    [JsonPropertyName("value")]
    public T? Value { get; init; }

    /// <summary>Set when a quota was exhausted: wait, then call again.</summary>
    [JsonPropertyName("rateLimit")]
    public RateLimitRejection? RateLimit { get; init; }

    /// <summary>Set when the call was refused: calling again as it is will not help.</summary>
    [JsonPropertyName("error")]
    public ToolError? Error { get; init; }

    /// <summary>True if Truto says that <see cref="Value"/> is only a part of what there is.</summary>
    [JsonPropertyName("isPartial")]
    public bool IsPartial { get; init; }

    /// <summary>The quota as the last response told it; null if no response has told it yet.</summary>
    [JsonPropertyName("quota")]
    public RateLimitStatus? Quota { get; init; }

    /// <summary>How many requests were sent for this outcome: 0 if it was known beforehand that the quota is exhausted.</summary>
    [JsonPropertyName("calls")]
    public int Calls { get; init; }
}
