using System.Text.Json.Serialization;
using FuseDeskFlows.Reports.Agent;
using FuseDeskFlows.Reports.Shared;

namespace FuseDeskFlows.Orchestrations.Agent;

/// <summary>What came of a flow that was run as a tool: exactly one of result and fault is set.</summary>
public sealed record AgentFlowCallResult
{
    /// <summary>What is shown of its report, which is stored.</summary>
    [JsonPropertyName("result")]
    public AgentResult? Result { get; init; }

    /// <summary>Why there is no report.</summary>
    [JsonPropertyName("fault")]
    public string? Fault { get; init; }

    /// <summary>What it cost.</summary>
    [JsonPropertyName("usage")]
    public RunUsage Usage { get; init; } = new();
}
