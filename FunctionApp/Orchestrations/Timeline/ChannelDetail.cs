using FuseDeskFlows.Reports.Shared;
using FuseDeskFlows.Reports.Timeline;

namespace FuseDeskFlows.Orchestrations.Timeline;

/// <summary>What came of reading one case or chat of a channel.</summary>
/// <param name="Entries">Its entries; each sorts where its own date says, else where the one before it stands.</param>
/// <param name="Problem">Why it could not be read; null if it was.</param>
/// <param name="IsWhole">False if something in it could not be read, which the run's problems tell.</param>
internal sealed record ChannelDetail(
    IReadOnlyList<(DateTimeOffset SortsAt, TimelineEntry Entry)> Entries, ReportProblem? Problem = null, bool IsWhole = true);
