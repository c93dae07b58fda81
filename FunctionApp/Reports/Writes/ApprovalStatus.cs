using System.Text.Json.Serialization;

namespace FuseDeskFlows.Reports.Writes;

/// <summary>How far the approval of a write is; part of a run's status, so it is small.</summary>
public sealed record ApprovalStatus
{
    /// <summary>Which of the run's writes it is.</summary>
    [JsonPropertyName("callId")]
    public required string CallId { get; init; }

    /// <summary>The run under whose address it is approved.</summary>
    [JsonPropertyName("runId")]
    public required string RunId { get; init; }

    /// <summary>The tool, by the account's name of it.</summary>
    [JsonPropertyName("tool")]
    public required string Tool { get; init; }

    /// <summary>What an approval must name.</summary>
    [JsonPropertyName("hash")]
    public required string Hash { get; init; }

    /// <summary>Which proposal of the write it is.</summary>
    [JsonPropertyName("round")]
    public int Round { get; init; }

    /// <summary>Until when it can be approved.</summary>
    [JsonPropertyName("deadline")]
    public required DateTimeOffset Deadline { get; init; }

    /// <summary>The decision that was taken; null while there is none.</summary>
    [JsonPropertyName("decision")]
    public ReportApproval? Decision { get; init; }

    /// <summary>The ids of all decisions that were taken, those on earlier proposals included.</summary>
    [JsonPropertyName("taken")]
    public IReadOnlyList<string> Taken { get; init; } = [];

    /// <summary>The last decisions that were not taken, with the reason.</summary>
    [JsonPropertyName("refused")]
    public IReadOnlyList<RefusedDecision> Refused { get; init; } = [];
}
