using System.Text.Json.Serialization;
using FuseDeskFlows.Orchestrations.Runs;
using FuseDeskFlows.Reports.Digest;
using FuseDeskFlows.Reports.Shared;

namespace FuseDeskFlows.Orchestrations.Digest;

/// <summary>What came of a batch of cases.</summary>
public sealed record ReadDigestBatchResult
{
    /// <summary>One entry for each case of the batch.</summary>
    [JsonPropertyName("entries")]
    public IReadOnlyList<DigestEntry> Entries { get; init; } = [];

    /// <summary>Why lines were not written by the model, each reason once.</summary>
    [JsonPropertyName("problems")]
    public IReadOnlyList<ReportProblem> Problems { get; init; } = [];

    /// <summary>When reading waited for quotas.</summary>
    [JsonPropertyName("waits")]
    public IReadOnlyList<EndedWait> Waits { get; init; } = [];

    /// <summary>What reading cost.</summary>
    [JsonPropertyName("usage")]
    public RunUsage Usage { get; init; } = new();
}
