using System.Text.Json.Serialization;

namespace FuseDeskFlows.Reports.Agent;

/// <summary>The answer to the prompt: only statements that stood up to the check.</summary>
public sealed record AgentAnswer
{
    /// <summary>The statements in their order.</summary>
    [JsonPropertyName("statements")]
    public IReadOnlyList<AgentStatement> Statements { get; init; } = [];

    /// <summary>The model's name.</summary>
    [JsonPropertyName("writtenBy")]
    public required string WrittenBy { get; init; }
}
