using System.Text.Json.Serialization;
using FuseDeskFlows.Language.Results;
using FuseDeskFlows.RateLimiting;

namespace FuseDeskFlows.Activities.Agent.Turns;

/// <summary>What came of asking the model for a turn: an answer, a fault, or a rate limit.</summary>
public sealed record AgentTurnOutcome
{
    /// <summary>What it wrote; null if nothing.</summary>
    [JsonPropertyName("text")]
    public string? Text { get; init; }

    /// <summary>The calls that it asks for.</summary>
    [JsonPropertyName("calls")]
    public IReadOnlyList<AgentModelCall> ToolCalls { get; init; } = [];

    /// <summary>Whether what it wrote ends where its limit was reached.</summary>
    [JsonPropertyName("isTruncated")]
    public bool IsTruncated { get; init; }

    /// <summary>Why there is no answer, and none is to be had by asking again.</summary>
    [JsonPropertyName("fault")]
    public ModelFault? Fault { get; init; }

    /// <summary>Set when the model's quota is exhausted: wait, then ask again.</summary>
    [JsonPropertyName("rateLimit")]
    public RateLimitRejection? RateLimit { get; init; }

    /// <summary>How many requests were sent to the model.</summary>
    [JsonPropertyName("modelCalls")]
    public int ModelCalls { get; init; }

    /// <summary>Tokens that it read and wrote.</summary>
    [JsonPropertyName("tokens")]
    public int Tokens { get; init; }

    /// <summary>Tokens that it read.</summary>
    [JsonPropertyName("tokensRead")]
    public long TokensRead { get; init; }

    /// <summary>Tokens that it wrote.</summary>
    [JsonPropertyName("tokensWritten")]
    public long TokensWritten { get; init; }

    /// <summary>How many earlier results were sent as handles only.</summary>
    [JsonPropertyName("replacedResults")]
    public int ReplacedResults { get; init; }

    /// <summary>How many of the oldest turns were not sent.</summary>
    [JsonPropertyName("leftOutTurns")]
    public int LeftOutTurns { get; init; }
}
