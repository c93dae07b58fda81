using FuseDeskFlows.Orchestrations.RateLimiting;
using FuseDeskFlows.Reports.Digest;
using FuseDeskFlows.Reports.Shared;

namespace FuseDeskFlows.Orchestrations.Digest;

/// <summary>What came of a batch of cases.</summary>
public sealed record ReadDigestBatchResult
{
    /// <summary>One entry for each case of the batch.</summary>
    public IReadOnlyList<DigestEntry> Entries { get; init; } = [];

    /// <summary>Why lines were not written by the model, each reason once.</summary>
    public IReadOnlyList<ReportProblem> Problems { get; init; } = [];

    /// <summary>Set if cases are unread because a quota did not come back in time.</summary>
    public ReportProblem? OutOfQuota { get; init; }

    /// <summary>When reading waited for quotas.</summary>
    public IReadOnlyList<RateLimitWait> Waits { get; init; } = [];

    /// <summary>What reading cost.</summary>
    public RunUsage Usage { get; init; } = new();
}
