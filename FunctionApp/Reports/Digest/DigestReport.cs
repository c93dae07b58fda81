using System.Text.Json.Serialization;
using FuseDeskFlows.Reports.Shared;

namespace FuseDeskFlows.Reports.Digest;

/// <summary>Many cases, a line each.</summary>
public sealed record DigestReport
{
    /// <summary>Which cases were asked for.</summary>
    [JsonPropertyName("query")]
    public required DigestQuery Query { get; init; }

    /// <summary>The cases, oldest first.</summary>
    [JsonPropertyName("cases")]
    public IReadOnlyList<DigestEntry> Cases { get; init; } = [];

    /// <summary>How many cases there are, how many wait for whom, and who answered them.</summary>
    [JsonPropertyName("totals")]
    public DigestTotals Totals { get; init; } = new();

    /// <summary>What the run cost.</summary>
    [JsonPropertyName("usage")]
    public RunUsage Usage { get; init; } = new();

    /// <summary>What could not be read as a whole; a single case's problem stands with the case.</summary>
    [JsonPropertyName("problems")]
    public IReadOnlyList<ReportProblem> Problems { get; init; } = [];
}
