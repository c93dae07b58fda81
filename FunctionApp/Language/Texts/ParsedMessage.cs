using FuseDeskFlows.FuseDesk;

namespace FuseDeskFlows.Language.Texts;

/// <summary>A history item with what its author newly wrote in it.</summary>
internal sealed class ParsedMessage(HistoryItem item)
{
    public HistoryItem Item { get; } = item;

    /// <summary>The sentences of its own text.</summary>
    public IReadOnlyList<string> Sentences { get; } =
        item.Kind == HistoryKind.Change ? [] : SentenceSplitter.Split(item.Text);
}
