using System.Text.Json.Serialization;

namespace FuseDeskFlows.Reports;

/// <summary>What a run cost.</summary>
public sealed record RunUsage
{
    /// <summary>Requests sent to Truto, those answered 429 included.</summary>
    [JsonPropertyName("toolCalls")]
    public int ToolCalls { get; init; }

    /// <summary>How often the run waited for a quota.</summary>
    [JsonPropertyName("rateLimitWaits")]
    public int RateLimitWaits { get; init; }

    /// <summary>How long it waited for quotas, in seconds.</summary>
    [JsonPropertyName("waitedSeconds")]
    public double WaitedSeconds { get; init; }

    /// <summary>Requests sent to a language model.</summary>
    [JsonPropertyName("modelCalls")]
    public int ModelCalls { get; init; }

    /// <summary>Tokens that a language model read and wrote.</summary>
    [JsonPropertyName("modelTokens")]
    public int ModelTokens { get; init; }
}
