using System.Text.Json.Serialization;

namespace FuseDeskFlows.Reports.Agent;

/// <summary>What the model's turns cost, as it counts itself; those of flows that were called as tools are in the usage alone.</summary>
public sealed record AgentCost
{
    /// <summary>Tokens that it read.</summary>
    [JsonPropertyName("inputTokens")]
    public long InputTokens { get; init; }

    /// <summary>Tokens that it wrote.</summary>
    [JsonPropertyName("outputTokens")]
    public long OutputTokens { get; init; }

    /// <summary>
    /// The price of them by <c>Agent:PricePerMillionInputTokens</c> and <c>Agent:PricePerMillionOutputTokens</c>, in the currency of these;
    /// null if they are not set.
    /// </summary>
    [JsonPropertyName("amount")]
    public decimal? Amount { get; init; }
}
