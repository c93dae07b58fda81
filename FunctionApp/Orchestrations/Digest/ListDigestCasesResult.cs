using System.Text.Json.Serialization;
using FuseDeskFlows.Orchestrations.Runs;
using FuseDeskFlows.Reports.Shared;

namespace FuseDeskFlows.Orchestrations.Digest;

/// <summary>The cases that a digest found.</summary>
public sealed record ListDigestCasesResult
{
    /// <summary>The cases, oldest first.</summary>
    [JsonPropertyName("cases")]
    public IReadOnlyList<DigestCaseRef> Cases { get; init; } = [];

    /// <summary>Why there is no list; null if there is one.</summary>
    [JsonPropertyName("problem")]
    public ReportProblem? Problem { get; init; }

    /// <summary>What the list had that could not be read.</summary>
    [JsonPropertyName("leftOut")]
    public IReadOnlyList<ReportProblem> LeftOut { get; init; } = [];

    /// <summary>When listing waited for quotas.</summary>
    [JsonPropertyName("waits")]
    public IReadOnlyList<EndedWait> Waits { get; init; } = [];

    /// <summary>What listing cost.</summary>
    [JsonPropertyName("usage")]
    public RunUsage Usage { get; init; } = new();
}
