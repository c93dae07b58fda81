using System.Text.Json.Serialization;

namespace FuseDeskFlows.Activities.Agent.Start;

/// <summary>What a run asks of the settings.</summary>
public sealed record AgentSettingsRequest
{
    /// <summary>The tools that the run may use; null for all that the settings allow.</summary>
    [JsonPropertyName("tools")]
    public IReadOnlyList<string>? Tools { get; init; }

    /// <summary>Whether the run wants to propose writes.</summary>
    [JsonPropertyName("allowWrites")]
    public bool AllowWrites { get; init; }
}
