using System.Text.Json.Serialization;
using FuseDeskFlows.FuseDesk.Ids;

namespace FuseDeskFlows.Orchestrations.Drafts;

/// <summary>For which case to draft a reply.</summary>
public sealed record DraftReplyRequest
{
    /// <summary>The case's id.</summary>
    [JsonPropertyName("caseId")]
    public required CaseId CaseId { get; init; }
}
