using FuseDeskFlows.FuseDesk;

namespace FuseDeskFlows.Language.Budget;

/// <summary>A history item with what it costs.</summary>
/// <param name="Item">The item, reduced.</param>
/// <param name="Cost">The tokens of its line.</param>
internal sealed record TokenCountedItem(HistoryItem Item, int Cost);
