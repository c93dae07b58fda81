using System.Text.Json.Serialization;
using FuseDeskFlows.Reports.Shared;

namespace FuseDeskFlows.Reports.Timeline;

/// <summary>Everything between a customer and the team, in the order of time.</summary>
public sealed record TimelineReport
{
    /// <summary>The customer, as far as she was found.</summary>
    [JsonPropertyName("customer")]
    public ReportCustomer? Customer { get; init; }

    /// <summary>The contacts among whom the caller must choose; empty unless the search was ambiguous.</summary>
    [JsonPropertyName("candidates")]
    public IReadOnlyList<ReportCandidate> Candidates { get; init; } = [];

    /// <summary>The channels, and what came of each.</summary>
    [JsonPropertyName("channels")]
    public IReadOnlyList<TimelineChannel> Channels { get; init; } = [];

    /// <summary>The entries, oldest first.</summary>
    [JsonPropertyName("entries")]
    public IReadOnlyList<TimelineEntry> Entries { get; init; } = [];

    /// <summary>What the run cost.</summary>
    [JsonPropertyName("usage")]
    public RunUsage Usage { get; init; } = new();

    /// <summary>What could not be read or found, and why.</summary>
    [JsonPropertyName("problems")]
    public IReadOnlyList<ReportProblem> Problems { get; init; } = [];
}
