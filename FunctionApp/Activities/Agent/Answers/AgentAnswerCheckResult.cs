using System.Text.Json.Serialization;
using FuseDeskFlows.Reports.Agent;

namespace FuseDeskFlows.Activities.Agent.Answers;

/// <summary>What of an answer can be relied on.</summary>
public sealed record AgentAnswerCheckResult
{
    /// <summary>The statements that stood up to the check.</summary>
    [JsonPropertyName("statements")]
    public IReadOnlyList<AgentStatement> Statements { get; init; } = [];

    /// <summary>
    /// What is wrong with it, without repeating any of it: one sentence for each statement that did not; none if all did.
    /// </summary>
    [JsonPropertyName("faults")]
    public IReadOnlyList<string> Faults { get; init; } = [];
}
