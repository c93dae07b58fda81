using System.Text.Json.Serialization;
using FuseDeskFlows.RateLimiting;
using FuseDeskFlows.Truto.Tools;

namespace FuseDeskFlows.Activities.Writes;

/// <summary>One attempt at one write.</summary>
public sealed record SendWriteInput
{
    /// <summary>The write.</summary>
    [JsonPropertyName("write")]
    public required WriteCall Write { get; init; }

    /// <summary>The id that marks the attempt in the store: an attempt that finds it sends nothing.</summary>
    [JsonPropertyName("mark")]
    public required string Mark { get; init; }

    /// <summary>On whose behalf.</summary>
    [JsonPropertyName("caller")]
    public CallContext Caller { get; init; } = new();
}
