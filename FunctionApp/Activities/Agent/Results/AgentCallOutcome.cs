using System.Text.Json.Serialization;
using FuseDeskFlows.Reports.Agent;

namespace FuseDeskFlows.Activities.Agent.Results;

/// <summary>What a call brought: exactly one of the two is set.</summary>
public sealed record AgentCallOutcome
{
    /// <summary>What is shown of the result, which is stored.</summary>
    [JsonPropertyName("result")]
    public AgentResult? Result { get; init; }

    /// <summary>What is wrong with the arguments, for the model: nothing was called.</summary>
    [JsonPropertyName("fault")]
    public string? Fault { get; init; }
}
