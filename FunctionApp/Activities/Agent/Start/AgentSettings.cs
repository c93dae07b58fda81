using System.Text.Json.Serialization;

namespace FuseDeskFlows.Activities.Agent.Start;

/// <summary>What a run goes by from its beginning to its end, whatever becomes of the settings meanwhile.</summary>
public sealed record AgentSettings
{
    /// <summary>What keeps the run from beginning, naming the field or the setting; null if nothing does.</summary>
    [JsonPropertyName("fault")]
    public string? Fault { get; init; }

    /// <summary>The model's name.</summary>
    [JsonPropertyName("model")]
    public string Model { get; init; } = "";

    /// <summary>The tools that are offered.</summary>
    [JsonPropertyName("tools")]
    public IReadOnlyList<OfferedTool> Tools { get; init; } = [];

    /// <summary>The tools of the settings that the account does not offer.</summary>
    [JsonPropertyName("missing")]
    public IReadOnlyList<string> Missing { get; init; } = [];

    /// <summary>How many tokens the model may read and write.</summary>
    [JsonPropertyName("runTokens")]
    public int RunTokens { get; init; }

    /// <summary>How many tool calls may be made.</summary>
    [JsonPropertyName("runCalls")]
    public int RunCalls { get; init; }

    /// <summary>How long the run may take.</summary>
    [JsonPropertyName("runTime")]
    public TimeSpan RunTime { get; init; }

    /// <summary>How many tokens of one result are shown.</summary>
    [JsonPropertyName("resultTokens")]
    public int ResultTokens { get; init; }

    /// <summary>How many tokens of all results of one turn are shown.</summary>
    [JsonPropertyName("turnTokens")]
    public int TurnTokens { get; init; }

    /// <summary>What a million tokens that are read cost; null if nobody has said.</summary>
    [JsonPropertyName("pricePerMillionInputTokens")]
    public decimal? PricePerMillionInputTokens { get; init; }

    /// <summary>What a million tokens that are written cost; null if nobody has said.</summary>
    [JsonPropertyName("pricePerMillionOutputTokens")]
    public decimal? PricePerMillionOutputTokens { get; init; }
}
