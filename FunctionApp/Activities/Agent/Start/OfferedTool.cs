using System.Text.Json.Serialization;
using FuseDeskFlows.Activities.Agent.Tools;

namespace FuseDeskFlows.Activities.Agent.Start;

/// <summary>A tool that a run offers to the model.</summary>
public sealed record OfferedTool
{
    /// <summary>Its name.</summary>
    [JsonPropertyName("name")]
    public required string Name { get; init; }

    /// <summary>Who does its work.</summary>
    [JsonPropertyName("kind")]
    public AgentToolKind Kind { get; init; }

    /// <summary>What a call of it does, for the run's progress, such as <c>reading case</c> before its id.</summary>
    [JsonPropertyName("doing")]
    public string Doing { get; init; } = "";
}
