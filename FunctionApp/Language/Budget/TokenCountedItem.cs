using FuseDeskFlows.FuseDesk;

namespace FuseDeskFlows.Language.Budget;

/// <summary>A history item with what it costs a model to read.</summary>
/// <param name="Item">The item, reduced.</param>
/// <param name="Tokens">The tokens of its line.</param>
internal sealed record TokenCountedItem(HistoryItem Item, int Tokens);
