using System.Text.Json.Serialization;
using FuseDeskFlows.Serialization;

namespace FuseDeskFlows.Reports.Writes;

/// <summary>A write that waits for a person's approval.</summary>
public sealed record WriteProposal
{
    /// <summary>The run under whose address it is approved: the agent's, or the write's own.</summary>
    [JsonPropertyName("runId")]
    public required string RunId { get; init; }

    /// <summary>Which of the run's writes it is.</summary>
    [JsonPropertyName("callId")]
    public required string CallId { get; init; }

    /// <summary>The tool, by the account's name of it.</summary>
    [JsonPropertyName("tool")]
    public required string Tool { get; init; }

    /// <summary>What is changed, in a few words: <c>case 84877</c>.</summary>
    [JsonPropertyName("target")]
    public required string Target { get; init; }

    /// <summary>
    /// What it does, in a person's words with the beginning of the text that is written, such as
    /// <c>Add a note to case 84877: “Call her back.”</c>; null in proposals of earlier versions.
    /// </summary>
    [JsonPropertyName("action")]
    public string? Action { get; init; }

    /// <summary>The target's title, where it has one; customers write it.</summary>
    [JsonPropertyName("title")]
    public string? Title { get; init; }

    /// <summary>The exact arguments that are sent, a JSON object.</summary>
    [JsonPropertyName("arguments")]
    [JsonConverter(typeof(JsonTextConverter))]
    public required string Arguments { get; init; }

    /// <summary>What they change, now and then.</summary>
    [JsonPropertyName("changes")]
    public IReadOnlyList<WriteChange> Changes { get; init; } = [];

    /// <summary>What an approval must name: the hash of tool, arguments, and the target's state that they are proposed on.</summary>
    [JsonPropertyName("hash")]
    public required string Hash { get; init; }

    /// <summary>1, and one more each time that the target was found changed.</summary>
    [JsonPropertyName("round")]
    public int Round { get; init; }

    /// <summary>In what the target differs from what was approved before; empty in the first round.</summary>
    [JsonPropertyName("differences")]
    public IReadOnlyList<TargetDifference> Differences { get; init; } = [];

    /// <summary>What a person should know before she approves it.</summary>
    [JsonPropertyName("warnings")]
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>Why the agent proposed it, in the model's words, which nobody has checked; null where a person did.</summary>
    [JsonPropertyName("reason")]
    public string? Reason { get; init; }

    /// <summary>When it was proposed.</summary>
    [JsonPropertyName("proposedAt")]
    public required DateTimeOffset ProposedAt { get; init; }

    /// <summary>Until when it can be approved; then it is rejected.</summary>
    [JsonPropertyName("deadline")]
    public required DateTimeOffset Deadline { get; init; }
}
