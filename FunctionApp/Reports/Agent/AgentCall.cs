using System.Text.Json.Serialization;
using FuseDeskFlows.Reports.Writes;

namespace FuseDeskFlows.Reports.Agent;

/// <summary>A tool call that the model asked for, and what it was given for it.</summary>
public sealed record AgentCall
{
    /// <summary>The call's handle in this run, such as <c>r3</c>.</summary>
    [JsonPropertyName("id")]
    public required string Id { get; init; }

    /// <summary>The model's own id of the call; empty if it gave none.</summary>
    [JsonPropertyName("modelCallId")]
    public string ModelCallId { get; init; } = "";

    /// <summary>The tool, as the model named it.</summary>
    [JsonPropertyName("tool")]
    public required string Tool { get; init; }

    /// <summary>The arguments as the model wrote them.</summary>
    [JsonPropertyName("arguments")]
    public string Arguments { get; init; } = "";

    /// <summary>What became of it.</summary>
    [JsonPropertyName("status")]
    public AgentCallStatus Status { get; init; }

    /// <summary>What the model was told in place of a result; null if it was given one.</summary>
    [JsonPropertyName("detail")]
    public string? Detail { get; init; }

    /// <summary>What it was shown of the result; null if there is none.</summary>
    [JsonPropertyName("result")]
    public AgentResult? Result { get; init; }

    /// <summary>What became of a write and who approved it; null of any other call.</summary>
    [JsonPropertyName("write")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public WriteReport? Write { get; init; }

    /// <summary>The run that did the work, where another flow or a write is the tool; null else.</summary>
    [JsonPropertyName("run")]
    public string? Run { get; init; }

    // What the model is told in place of a result.
    internal AgentCall WithoutResult(AgentCallStatus status, string detail) => this with { Status = status, Detail = detail };
}
