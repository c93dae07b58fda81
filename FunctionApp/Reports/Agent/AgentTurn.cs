using System.Text.Json.Serialization;

namespace FuseDeskFlows.Reports.Agent;

/// <summary>One answer of the model: text, or the tools that it wants called.</summary>
public sealed record AgentTurn
{
    /// <summary>The turn's number in this run, from 1; 0 for one of a run that this one continues.</summary>
    [JsonPropertyName("number")]
    public int Number { get; init; }

    /// <summary>What the model was told before it: the prompt, or what was wrong with its answer; null after tool calls.</summary>
    [JsonPropertyName("asked")]
    public string? Asked { get; init; }

    /// <summary>What the model wrote; null if it only called tools.</summary>
    [JsonPropertyName("text")]
    public string? Text { get; init; }

    /// <summary>The calls that it asked for, in its order.</summary>
    [JsonPropertyName("calls")]
    public IReadOnlyList<AgentCall> Calls { get; init; } = [];

    /// <summary>When it answered.</summary>
    [JsonPropertyName("at")]
    public DateTimeOffset At { get; init; }

    /// <summary>Tokens that the model read for it, as it says itself.</summary>
    [JsonPropertyName("tokensRead")]
    public long TokensRead { get; init; }

    /// <summary>Tokens that the model wrote.</summary>
    [JsonPropertyName("tokensWritten")]
    public long TokensWritten { get; init; }

    /// <summary>How many earlier results were sent as handles only, so that the transcript stayed within its budget.</summary>
    [JsonPropertyName("replacedResults")]
    public int ReplacedResults { get; init; }

    /// <summary>How many of the oldest turns were not sent at all.</summary>
    [JsonPropertyName("leftOutTurns")]
    public int LeftOutTurns { get; init; }
}
