using FuseDeskFlows.RateLimiting;
using FuseDeskFlows.Reports.Pages.Runs;

namespace FuseDeskFlows.Reports.Pages.Quota;

/// <summary>How much of FuseDesk's quota is used, and who waits for it.</summary>
public sealed record QuotaModel
{
    /// <summary>The quota as the last response told it; null if none has.</summary>
    public RateLimitStatus? Current { get; init; }

    /// <summary>When it told so.</summary>
    public DateTimeOffset? SeenAt { get; init; }

    /// <summary>The length of a window; null if it is not known.</summary>
    public TimeSpan? WindowLength { get; init; }

    /// <summary>What was told in the last hours, oldest first.</summary>
    public IReadOnlyList<RateLimitSample> Samples { get; init; } = [];

    /// <summary>The runs that wait for a quota, the first to go on first.</summary>
    public IReadOnlyList<RunLine> Waiting { get; init; } = [];

    /// <summary>The present moment.</summary>
    public required DateTimeOffset Now { get; init; }
}
