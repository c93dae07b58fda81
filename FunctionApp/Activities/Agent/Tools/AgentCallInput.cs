using System.Text.Json.Serialization;

namespace FuseDeskFlows.Activities.Agent.Tools;

/// <summary>A call of one of the account's tools, as the model asked for it.</summary>
public sealed record AgentCallInput
{
    /// <summary>The run.</summary>
    [JsonPropertyName("runId")]
    public required string RunId { get; init; }

    /// <summary>The call's handle in it.</summary>
    [JsonPropertyName("handle")]
    public required string Handle { get; init; }

    /// <summary>The tool.</summary>
    [JsonPropertyName("tool")]
    public required string Tool { get; init; }

    /// <summary>The arguments as the model wrote them: not checked yet.</summary>
    [JsonPropertyName("arguments")]
    public string Arguments { get; init; } = "";

    /// <summary>How many tokens of the result are to be shown.</summary>
    [JsonPropertyName("tokens")]
    public int Tokens { get; init; }
}
