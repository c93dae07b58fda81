using FuseDeskFlows.FuseDesk;
using FuseDeskFlows.Language.Texts.Languages;

namespace FuseDeskFlows.Language.Texts;

/// <summary>
/// A history item with what is to be read in it: its author's own words; where he only hands on a mail, that, each sentence with the
/// other's name before it; where he sent files without words, a note that says so.
/// </summary>
internal sealed class ParsedMessage
{
    private static readonly HashSet<string> Decorations = new(
        [".png", ".jpg", ".jpeg", ".gif", ".svg", ".bmp", ".vcf", ".asc", ".p7s", ".p7m"], StringComparer.OrdinalIgnoreCase);

    // Who says more, or until when, has told something.
    private const int MaxAnnouncement = 20;

    private readonly bool _isTold;

    /// <summary>Reads an item.</summary>
    /// <param name="item">The item.</param>
    /// <param name="language">The language of the history, for a text that is too short to tell its own.</param>
    public ParsedMessage(HistoryItem item, LanguageTable? language = null)
    {
        Item = item;
        var own = LanguageGuess.Of(ReadableText.UsesForwarded(item) ? item.Forwarded!.Text : item.Text);
        _isTold = own is not null;
        Language = own ?? language;
        Cues = MessageCues.In(Language);
        Blocks = item.Kind == HistoryKind.Change ? [] : ReadableText.Blocks(item);
        Sentences = [.. Blocks.SelectMany(block => block.Sentences)];
    }

    public HistoryItem Item { get; }

    /// <summary>The language that it is written in; null if nothing tells.</summary>
    public LanguageTable? Language { get; }

    /// <summary>What to look for in its sentences.</summary>
    public MessageCues Cues { get; }

    /// <summary>Its paragraphs and list items, each with its sentences; no quotation goes across them.</summary>
    public IReadOnlyList<TextBlock> Blocks { get; }

    public IReadOnlyList<string> Sentences { get; }

    /// <summary>
    /// The last sentence that asks or requests, with those directly before it that do so, too: they are one passage of the message.
    /// </summary>
    /// <returns>The passage; null if nothing is asked.</returns>
    public string? LastAsked()
    {
        for (var index = Blocks.Count - 1; index >= 0; index--)
        {
            var block = Blocks[index].Sentences;
            var last = block.ToList().FindLastIndex(Cues.Asks);
            if (last < 0)
            {
                continue;
            }

            var first = last;
            while (first > 0 && Cues.Asks(block[first - 1]))
            {
                first--;
            }

            var passage = string.Join(' ', block.Skip(first).Take(last - first + 1));
            return first == 0 ? WithBeginning(index, passage) : passage;
        }

        return null;
    }

    // "Could you please / 1. send the form and / 2. confirm it?" is one sentence, which begins before its list.
    private string WithBeginning(int index, string passage)
    {
        var begin = index;
        while (begin > 0 && Blocks[begin].Kind == BlockKind.ListItem)
        {
            begin--;
        }

        return begin < index && Blocks[begin].Kind == BlockKind.Paragraph && char.IsLetterOrDigit(Blocks[begin].Sentences[^1][^1])
            ? string.Join(
                ' ',
                [
                    Blocks[begin].Sentences[^1],
                    .. Blocks.Skip(begin + 1).Take(index - begin - 1).SelectMany(block => block.Sentences),
                    passage,
                ])
            : passage;
    }

    /// <summary>True if it says nothing but thanks, so that nobody has to answer it.</summary>
    public bool OnlyThanks() => !SendsFiles() && (OnlyThanks(Cues) || WordlessThanks.IsOnly(Item.Text)
        || (!_isTold && Sentences.Sum(TextLength.Words) > 1 && OnlyThanks(MessageCues.In(language: null))));

    /// <summary>True if its author says that he is going to do something, and nothing else that anybody waits for.</summary>
    public bool OnlyAnnounces() => Sentences.Any(Cues.Announces) && Sentences.Sum(TextLength.Words) <= MaxAnnouncement
        && Sentences.All(sentence => !Cues.IsQuestion(sentence) && !MessageCues.HasFigure(sentence)
            && (Cues.Announces(sentence) || Cues.IsCourtesy(sentence) || Cues.IsPolite(sentence)));

    /// <summary>True if it is nothing but polite.</summary>
    public bool OnlyPolite() => Sentences.Count > 0 && Sentences.All(sentence =>
        (Cues.IsCourtesy(sentence) || Cues.IsPolite(sentence)) && !(Item.IsToCustomer() && Cues.SaysSolved(sentence)));

    // Logos and signatures hang on any mail; what was asked for is another matter.
    private bool SendsFiles() => Item.Attachments?.Any(name => !Decorations.Contains(Path.GetExtension(name))) is true;

    // A word or two tell no language: then thanks of any count, but no single word, which may be another one's "yes".
    private bool OnlyThanks(MessageCues cues) =>
        Sentences.Any(cues.IsThanks) && Sentences.All(sentence => cues.IsThanks(sentence) || cues.IsPolite(sentence) || IsName(sentence));

    // Who has no signature sets the name below, or an address.
    private bool IsName(string sentence)
    {
        var words = sentence.Split([' ', ',', '.'], StringSplitOptions.RemoveEmptyEntries);
        return words.Length <= 3
            && ReferenceEquals(sentence, Sentences[^1])
            && (words.All(word => char.IsUpper(word[0]))
                || Item.AuthorName?.Contains(sentence, StringComparison.OrdinalIgnoreCase) == true);
    }
}
