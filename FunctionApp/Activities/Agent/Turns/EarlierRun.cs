using System.Text.Json.Serialization;
using FuseDeskFlows.Reports.Agent;

namespace FuseDeskFlows.Activities.Agent.Turns;

/// <summary>What a run finds of the one that it continues.</summary>
public sealed record EarlierRun
{
    /// <summary>Why it cannot be continued; null if it can.</summary>
    [JsonPropertyName("fault")]
    public string? Fault { get; init; }

    /// <summary>Its turns.</summary>
    [JsonPropertyName("turns")]
    public IReadOnlyList<AgentTurn> Turns { get; init; } = [];
}
