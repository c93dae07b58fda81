using System.Text.Json.Serialization;
using FuseDeskFlows.Orchestrations.Runs;
using FuseDeskFlows.Serialization;

namespace FuseDeskFlows.Orchestrations.Writes;

/// <summary>A write that somebody proposes.</summary>
public sealed record ToolWriteRequest
{
    /// <summary>The tool: the account's name of it, or <c>resource/method</c> such as <c>cases/addnote</c>.</summary>
    [JsonPropertyName("tool")]
    public required string Tool { get; init; }

    /// <summary>The arguments, a JSON object.</summary>
    [JsonPropertyName("arguments")]
    [JsonConverter(typeof(JsonTextConverter))]
    public required string Arguments { get; init; }

    /// <summary>Why it is proposed: a person's words, or a model's, which nobody has checked. Only shown.</summary>
    [JsonPropertyName("reason")]
    public string? Reason { get; init; }

    /// <summary>True if the person who proposes it approves it in the same step.</summary>
    [JsonPropertyName("approve")]
    public bool Approve { get; init; }

    /// <summary>Who proposes it; needed if she approves it too.</summary>
    [JsonPropertyName("by")]
    public string? By { get; init; }

    /// <summary><c>platform</c> if the sign-in in front of the app says who it is, else <c>request</c>.</summary>
    [JsonPropertyName("identifiedBy")]
    public string? IdentifiedBy { get; init; }

    /// <summary>The agent's run that proposes it; null where a person does.</summary>
    [JsonPropertyName("runId")]
    public string? RunId { get; init; }

    /// <summary>Which of that run's calls it is.</summary>
    [JsonPropertyName("callId")]
    public string? CallId { get; init; }

    /// <summary>What the agent's run has waited; null where a person proposes.</summary>
    [JsonPropertyName("parent")]
    public ParentRun? Parent { get; init; }

    /// <summary>Whether an agent proposes it: then nobody can approve it in the same step.</summary>
    [JsonIgnore]
    public bool IsByAgent => RunId is not null || CallId is not null || Parent is not null;
}
