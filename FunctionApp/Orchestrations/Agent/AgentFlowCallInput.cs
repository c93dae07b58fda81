using System.Text.Json.Serialization;

namespace FuseDeskFlows.Orchestrations.Agent;

/// <summary>A flow to run as a tool.</summary>
public sealed record AgentFlowCallInput
{
    /// <summary>The agent's run.</summary>
    [JsonPropertyName("runId")]
    public required string RunId { get; init; }

    /// <summary>The call's handle in it.</summary>
    [JsonPropertyName("handle")]
    public required string Handle { get; init; }

    /// <summary>The tool.</summary>
    [JsonPropertyName("tool")]
    public required string Tool { get; init; }

    /// <summary>The flow's name.</summary>
    [JsonPropertyName("flow")]
    public required string Flow { get; init; }

    /// <summary>The flow's input.</summary>
    [JsonPropertyName("input")]
    public required object Input { get; init; }

    /// <summary>How many tokens of its report are to be shown.</summary>
    [JsonPropertyName("tokens")]
    public int Tokens { get; init; }
}
