using FuseDeskFlows.FuseDesk;
using FuseDeskFlows.Unicode;

namespace FuseDeskFlows.Language.Texts;

/// <summary>What the customer asked last.</summary>
/// <param name="Text">Her question, in her words: one passage of the message.</param>
/// <param name="Item">The history item that it is from.</param>
/// <param name="Asks">Whether it asks or requests; else it is how her message begins.</param>
internal sealed record CustomerQuestion(string Text, HistoryItem Item, bool Asks)
{
    private const int MaxLength = 500;
    private const int MaxSentences = 2;

    /// <summary>Finds what is open: the last that she asked since the team's last answer, else how her last message begins.</summary>
    /// <returns>Her words; if the team wrote last, what it answered; null if she wrote nothing, or nothing but thanks since then.</returns>
    public static CustomerQuestion? FindLast(CaseText text)
    {
        var answered = text.Items.LastOrDefault(message => message.Item.IsToCustomer() && !message.Item.EndsMatter)?.Item.Number ?? 0;
        var written = text.Items
            .Where(message => message.Item.IsFromCustomer() && message.Sentences.Count > 0 && !ReadableText.IsOnlyAttachments(message.Item))
            .Reverse()
            .ToList();
        var open = written.Where(message => message.Item.Number > answered).ToList();
        var candidates = (open.Count > 0 ? open : written).Where(message => !message.OnlyThanks()).ToList();
        return candidates.Select(Asked).FirstOrDefault(asked => asked is not null) ?? candidates.Select(Told).FirstOrDefault();
    }

    private static CustomerQuestion? Asked(ParsedMessage message) =>
        message.LastAsked() is { } asked ? Of(asked, message, asks: true) : null;

    private static CustomerQuestion Told(ParsedMessage message)
    {
        var block = (message.Blocks.FirstOrDefault(block => !block.Sentences.All(message.Cues.IsCourtesy)) ?? message.Blocks[0]).Sentences;
        var first = Math.Max(0, block.ToList().FindIndex(sentence => !message.Cues.IsCourtesy(sentence)));
        return Of(string.Join(' ', block.Skip(first).Take(MaxSentences)), message, asks: false);
    }

    private static CustomerQuestion Of(string text, ParsedMessage message, bool asks) =>
        new(SafeText.Shorten(SafeText.Capitalise(text), MaxLength), message.Item, asks);
}
