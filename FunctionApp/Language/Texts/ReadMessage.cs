using FuseDeskFlows.FuseDesk;

namespace FuseDeskFlows.Language.Texts;

/// <summary>A history item with what its author newly wrote in it.</summary>
/// <param name="item">The item.</param>
internal sealed class ReadMessage(HistoryItem item)
{
    /// <summary>The item.</summary>
    public HistoryItem Item { get; } = item;

    /// <summary>The sentences of its own text.</summary>
    public IReadOnlyList<string> Sentences { get; } =
        item.Kind == HistoryKind.Change ? [] : Language.Texts.Sentences.Of(MessageText.Own(item.Text));
}
