using System.Text.Json.Serialization;
using FuseDeskFlows.Reports.Writes;

namespace FuseDeskFlows.Triggers.Approvals;

/// <summary>A page of writes that wait for a person.</summary>
public sealed record ApprovalList
{
    /// <summary>The writes; a page may be shorter than asked for.</summary>
    [JsonPropertyName("approvals")]
    public IReadOnlyList<WriteProposal> Approvals { get; init; } = [];

    /// <summary>The address of the next page; null at the end.</summary>
    [JsonPropertyName("next")]
    public string? Next { get; init; }
}
