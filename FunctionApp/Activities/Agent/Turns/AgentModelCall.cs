using System.Text.Json.Serialization;

namespace FuseDeskFlows.Activities.Agent.Turns;

/// <summary>A tool call as a model asked for it.</summary>
public sealed record AgentModelCall
{
    /// <summary>The model's own id of it.</summary>
    [JsonPropertyName("id")]
    public string Id { get; init; } = "";

    /// <summary>The tool, which there need not be.</summary>
    [JsonPropertyName("tool")]
    public required string Tool { get; init; }

    /// <summary>The arguments as the model wrote them: they need not be JSON.</summary>
    [JsonPropertyName("arguments")]
    public string Arguments { get; init; } = "";
}
