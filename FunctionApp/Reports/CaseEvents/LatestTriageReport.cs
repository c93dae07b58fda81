using System.Text.Json.Serialization;
using FuseDeskFlows.Events;
using FuseDeskFlows.FuseDesk.Ids;
using FuseDeskFlows.Reports.Shared;
using FuseDeskFlows.Reports.Triage;

namespace FuseDeskFlows.Reports.CaseEvents;

/// <summary>A case's newest triage that its events caused. What is unknown is null, not missing.</summary>
public sealed record LatestTriageReport
{
    /// <summary>The case.</summary>
    [JsonPropertyName("caseId")]
    public required CaseId CaseId { get; init; }

    /// <summary>When the triage ended.</summary>
    [JsonPropertyName("triagedAt")]
    public required DateTimeOffset TriagedAt { get; init; }

    /// <summary>The run that made it.</summary>
    [JsonPropertyName("runId")]
    public required string RunId { get; init; }

    /// <summary>The events that it answers.</summary>
    [JsonPropertyName("events")]
    public CaseBurst? Events { get; init; }

    /// <summary>How urgent the case is; null if it could not be read.</summary>
    [JsonPropertyName("priority")]
    public ProposedPriority? Priority { get; init; }

    /// <summary>Who should take it; null if nobody has to, or nobody can be proposed.</summary>
    [JsonPropertyName("rep")]
    public ProposedRep? Rep { get; init; }

    /// <summary>The triage itself; null if none has succeeded yet.</summary>
    [JsonPropertyName("report")]
    public TriageReport? Report { get; init; }

    /// <summary>What could not be read or found for the proposals; the report has its own list.</summary>
    [JsonPropertyName("problems")]
    public IReadOnlyList<ReportProblem> Problems { get; init; } = [];

    /// <summary>What triage and proposals cost.</summary>
    [JsonPropertyName("usage")]
    public RunUsage Usage { get; init; } = new();

    /// <summary>Set if a later triage failed: what is shown here is older than the case's last event.</summary>
    [JsonPropertyName("failure")]
    public TriageFailure? Failure { get; init; }
}
