using System.Text.Json.Serialization;
using FuseDeskFlows.Reports.Shared;
using FuseDeskFlows.Serialization;

namespace FuseDeskFlows.Reports.Writes;

/// <summary>What became of one write, who approved it, and what FuseDesk made of it.</summary>
public sealed record WriteReport
{
    /// <summary>What became of it.</summary>
    [JsonPropertyName("outcome")]
    public WriteOutcome Outcome { get; init; }

    /// <summary>The same in one to three sentences, without a customer's words.</summary>
    [JsonPropertyName("text")]
    public string Text { get; init; } = "";

    /// <summary>The tool, by the account's name of it.</summary>
    [JsonPropertyName("tool")]
    public string Tool { get; init; } = "";

    /// <summary>What was changed, in a few words: <c>case 84877</c>; null if the request names nothing.</summary>
    [JsonPropertyName("target")]
    public string? Target { get; init; }

    /// <summary>
    /// What it does, in a person's words, such as <c>Give case 84877 to Daniel Okafor (rep 50)</c>; without the text that is written. Null
    /// if it was never proposed.
    /// </summary>
    [JsonPropertyName("action")]
    public string? Action { get; init; }

    /// <summary>The arguments as they were proposed last, or as the approver changed them: a JSON object.</summary>
    [JsonPropertyName("arguments")]
    [JsonConverter(typeof(JsonTextConverter))]
    public string? Arguments { get; init; }

    /// <summary>The hash of tool, arguments and the target's state that they were proposed on.</summary>
    [JsonPropertyName("hash")]
    public string? Hash { get; init; }

    /// <summary>What was to change, and what was found after the write.</summary>
    [JsonPropertyName("changes")]
    public IReadOnlyList<WriteChange> Changes { get; init; } = [];

    /// <summary>The decision that counted; null if there was none.</summary>
    [JsonPropertyName("approval")]
    public ReportApproval? Approval { get; init; }

    /// <summary>All decisions, oldest first: more than one if the target had changed meanwhile.</summary>
    [JsonPropertyName("decisions")]
    public IReadOnlyList<ReportApproval> Decisions { get; init; } = [];

    /// <summary>The id of what was created, where the answer names it.</summary>
    [JsonPropertyName("createdId")]
    public string? CreatedId { get; init; }

    /// <summary>How often the write was sent: more than once only after it had been read back and was not there.</summary>
    [JsonPropertyName("attempts")]
    public int Attempts { get; init; }

    /// <summary>When it was known to be written; null if it was not, or if nothing tells.</summary>
    [JsonPropertyName("writtenAt")]
    public DateTimeOffset? WrittenAt { get; init; }

    /// <summary>What the run cost.</summary>
    [JsonPropertyName("usage")]
    public RunUsage Usage { get; init; } = new();

    /// <summary>What went otherwise than it should, and why.</summary>
    [JsonPropertyName("problems")]
    public IReadOnlyList<ReportProblem> Problems { get; init; } = [];
}
