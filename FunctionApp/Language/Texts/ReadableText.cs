using FuseDeskFlows.FuseDesk;
using FuseDeskFlows.Language.Texts.Languages;
using FuseDeskFlows.Language.Texts.Mail.Ends;
using FuseDeskFlows.Unicode;

namespace FuseDeskFlows.Language.Texts;

/// <summary>
/// What there is to read in an item: its author's own words, and where he only hands on what somebody else wrote, that. Then brackets
/// around the other's name begin every sentence, so that whoever quotes it names him.
/// </summary>
internal static class ReadableText
{
    private const int MaxNameLength = 80;
    private const int MaxIntroductionLength = 80;

    private static readonly OpeningPhrases Thanks = new(LanguageTables.All.SelectMany(table => table.Thanks));

    /// <summary>Whether what the item forwards is what its sender wants read.</summary>
    public static bool UsesForwarded(HistoryItem item) =>
        item.Forwarded is not null && (item.Text.Length <= MaxIntroductionLength || Introduction.IsMatch(item.Text));

    /// <summary>Whether somebody sent nothing but files.</summary>
    public static bool IsOnlyAttachments(HistoryItem item) =>
        item is { Forwarded: null, Attachments.Count: > 0 } && item.Text.Split('\n').All(IsMereClosing);

    /// <summary>Splits what there is to read in an item.</summary>
    /// <param name="item">The item.</param>
    /// <returns>Its paragraphs and list items, each with its sentences.</returns>
    public static IReadOnlyList<TextBlock> Blocks(HistoryItem item)
    {
        if (IsOnlyAttachments(item))
        {
            return [new([AttachmentNote(item)], BlockKind.Paragraph)];
        }

        // His own word comes last, as the newer one.
        IReadOnlyList<TextBlock> own = Greeting.PrefixLength(item.Text) == item.Text.Length ? [] : SentenceSplitter.SplitBlocks(item.Text);
        return UsesForwarded(item)
            ? [.. SentenceSplitter.SplitBlocks(item.Forwarded!.Text).Select(block => Marked(block, item.Forwarded)), .. own]
            : own;
    }

    /// <summary>What stands before each sentence of a text that is not the sender's own.</summary>
    public static string ForwardedMark(ForwardedText forwarded) =>
        forwarded.From is { } from ? $"[Forwarded from {SafeText.Shorten(from, MaxNameLength)}] " : "[Forwarded] ";

    /// <summary>Names what was sent without words.</summary>
    public static string AttachmentNote(HistoryItem item) =>
        $"[Sent without words: {SafeText.Shorten(string.Join(", ", item.Attachments!), MaxNameLength)}]";

    // Thanks may end a matter, whatever hangs on them.
    private static bool IsMereClosing(string line) => line.Length == 0 || (Closing.IsMatch(line) && Thanks.LengthAtStart(line) == 0);

    private static TextBlock Marked(TextBlock block, ForwardedText forwarded) =>
        block with { Sentences = [.. block.Sentences.Select(sentence => ForwardedMark(forwarded) + sentence)] };
}
