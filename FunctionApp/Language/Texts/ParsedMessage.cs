using FuseDeskFlows.FuseDesk;
using FuseDeskFlows.Language.Texts.Mail;

namespace FuseDeskFlows.Language.Texts;

/// <summary>A history item with what is to be read in it.</summary>
internal sealed class ParsedMessage(HistoryItem item)
{
    public HistoryItem Item { get; } = item;

    /// <summary>
    /// The sentences of its author's own text. Where he only hands on a mail, its sentences, each with the other's name before it; where he
    /// sent files without words, a note that says so.
    /// </summary>
    public IReadOnlyList<string> Sentences { get; } = item.Kind == HistoryKind.Change ? [] : ReadableText.Sentences(item, SentenceSplitter.Split);
}
