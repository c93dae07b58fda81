using System.Text.Json.Serialization;
using FuseDeskFlows.FuseDesk.Waits;
using FuseDeskFlows.Language.Results;
using FuseDeskFlows.Reports.Shared;
using FuseDeskFlows.Reports.Timeline;

namespace FuseDeskFlows.Reports.Triage;

/// <summary>
/// What a triage found. Names on the wire are spelled out, so that the shape does not depend on a host's serializer;
/// what is unknown is null, not missing.
/// </summary>
public sealed record TriageReport
{
    /// <summary>The customer, as far as she was found.</summary>
    [JsonPropertyName("customer")]
    public ReportCustomer? Customer { get; init; }

    /// <summary>The contacts among whom the caller must choose; empty unless the search was ambiguous.</summary>
    [JsonPropertyName("candidates")]
    public IReadOnlyList<ReportCandidate> Candidates { get; init; } = [];

    /// <summary>The case.</summary>
    [JsonPropertyName("case")]
    public ReportCase? Case { get; init; }

    /// <summary>Who waits for whom.</summary>
    [JsonPropertyName("waiting")]
    public Waiting? Waiting { get; init; }

    /// <summary>What the customer asked last.</summary>
    [JsonPropertyName("lastQuestion")]
    public ReportQuestion? LastQuestion { get; init; }

    /// <summary>The rep who last answered the customer.</summary>
    [JsonPropertyName("lastRep")]
    public ReportRep? LastRep { get; init; }

    /// <summary>The executive summary.</summary>
    [JsonPropertyName("summary")]
    public GeneratedText? Summary { get; init; }

    /// <summary>What reps did so far, oldest first.</summary>
    [JsonPropertyName("actions")]
    public IReadOnlyList<ReportAction> Actions { get; init; } = [];

    /// <summary>What to do next.</summary>
    [JsonPropertyName("nextStep")]
    public string? NextStep { get; init; }

    /// <summary>All channels of the customer in one timeline; null unless it was asked for.</summary>
    [JsonPropertyName("timeline")]
    public TimelineReport? Timeline { get; init; }

    /// <summary>What the run cost.</summary>
    [JsonPropertyName("usage")]
    public RunUsage Usage { get; init; } = new();

    /// <summary>What could not be read or found, and why.</summary>
    [JsonPropertyName("problems")]
    public IReadOnlyList<ReportProblem> Problems { get; init; } = [];
}
