using FuseDeskFlows.Reports.Shared;
using FuseDeskFlows.Reports.Timeline;

namespace FuseDeskFlows.Orchestrations.Timeline;

/// <summary>What came of one channel.</summary>
internal sealed record ChannelResult
{
    /// <summary>How it is shown.</summary>
    public required TimelineChannel ForReport { get; init; }

    /// <summary>Its entries; each sorts where its own date says, else where the one before it stands.</summary>
    public IReadOnlyList<(DateTimeOffset SortsAt, TimelineEntry Entry)> Entries { get; init; } = [];

    /// <summary>What could not be read.</summary>
    public IReadOnlyList<ReportProblem> Problems { get; init; } = [];
}
