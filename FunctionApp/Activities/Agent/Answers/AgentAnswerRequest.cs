using System.Text.Json.Serialization;
using FuseDeskFlows.Reports.Agent;

namespace FuseDeskFlows.Activities.Agent.Answers;

/// <summary>An answer to be checked against what its run has read.</summary>
public sealed record AgentAnswerRequest
{
    /// <summary>The answer as the model wrote it.</summary>
    [JsonPropertyName("answer")]
    public string Answer { get; init; } = "";

    /// <summary>Whether it ends where its limit was reached.</summary>
    [JsonPropertyName("isTruncated")]
    public bool IsTruncated { get; init; }

    /// <summary>The prompt, whose words and numbers are known.</summary>
    [JsonPropertyName("prompt")]
    public string Prompt { get; init; } = "";

    /// <summary>The day on which it was asked.</summary>
    [JsonPropertyName("now")]
    public DateTimeOffset Now { get; init; }

    /// <summary>The calls whose results were shown.</summary>
    [JsonPropertyName("calls")]
    public IReadOnlyList<AgentCall> Calls { get; init; } = [];
}
