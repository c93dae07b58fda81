using System.Text.Json.Serialization;
using FuseDeskFlows.FuseDesk.Ids;
using FuseDeskFlows.Orchestrations.Runs;

namespace FuseDeskFlows.Orchestrations.Drafts;

/// <summary>For which case to draft a reply.</summary>
public sealed record DraftReplyRequest
{
    /// <summary>The case's id.</summary>
    [JsonPropertyName("caseId")]
    public required CaseId CaseId { get; init; }

    /// <summary>The run that started this one as a child; null if it was started by itself.</summary>
    [JsonPropertyName("parent")]
    public ParentRun? Parent { get; init; }
}
