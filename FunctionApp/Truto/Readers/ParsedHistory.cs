using FuseDeskFlows.FuseDesk;

namespace FuseDeskFlows.Truto.Readers;

/// <summary>A history as it was read.</summary>
/// <param name="Items">The items, oldest first, numbered from 1.</param>
/// <param name="Gaps">What could not be read; null if all was.</param>
internal sealed record ParsedHistory(IReadOnlyList<HistoryItem> Items, HistoryGaps? Gaps);
