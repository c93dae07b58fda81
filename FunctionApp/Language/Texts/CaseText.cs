using FuseDeskFlows.FuseDesk;
using FuseDeskFlows.Language.Texts.Languages;

namespace FuseDeskFlows.Language.Texts;

/// <summary>The text of a case or a chat, read once, from which the sentences that say the most can be picked.</summary>
internal sealed class CaseText
{
    private const int MinWordsOfContent = 4;
    private const int MaxTold = 4_000;

    private readonly SentenceScores _scores;

    public CaseText(Case supportCase)
        : this(supportCase.History)
    {
    }

    public CaseText(IReadOnlyList<HistoryItem> items)
    {
        Language = LanguageOf(items);
        Items = [.. items.Select(item => new ParsedMessage(item, Language))];
        _scores = new(Items.Select(item => item.Sentences));
    }

    /// <summary>The customer's language; null if nothing tells.</summary>
    public LanguageTable? Language { get; }

    /// <summary>The history, each item with its sentences.</summary>
    public IReadOnlyList<ParsedMessage> Items { get; }

    /// <summary>The sentence that tells best what a customer's trouble is.</summary>
    /// <returns>The sentence; null if nothing in the message is worth quoting.</returns>
    public string? Trouble(ParsedMessage item) => _scores.FindBest(
        item.Sentences,
        item.Cues,
        sentence => (item.Cues.TellsOfTrouble(sentence) ? 1.5 : 0) + (MessageCues.HasFigure(sentence) ? 0.25 : 0));

    /// <summary>
    /// The sentence that tells what a message is about: its trouble, where words tell of one; else its first that is neither courtesy nor
    /// asks.
    /// </summary>
    /// <returns>The sentence; null if there is none.</returns>
    public string? About(ParsedMessage item)
    {
        var told = item.Sentences.Where(sentence => IsContent(sentence, item) && !item.Cues.Asks(sentence)).ToList();
        var troubles = told.Where(item.Cues.TellsOfTrouble).ToList();
        return _scores.FindBest(troubles, item.Cues, sentence => MessageCues.HasFigure(sentence) ? 2 : 1.5)
            ?? told.FirstOrDefault(sentence => TextLength.Words(sentence) >= MinWordsOfContent)
            ?? told.FirstOrDefault();
    }

    /// <summary>The sentence that tells best what a rep did, found out or promised.</summary>
    /// <returns>The sentence; null if nothing in it is worth quoting.</returns>
    public string? Action(ParsedMessage item) =>
        _scores.FindBest(item.Sentences, item.Cues, sentence => ActionBonus(sentence, item.Cues))
        ?? item.Sentences.LastOrDefault(sentence => IsContent(sentence, item) && !item.Cues.IsQuestion(sentence) && !sentence.EndsWith(':'))
        ?? item.LastAsked();

    /// <summary>
    /// The last message by which the team answers the customer; null if there is none. Who only says that he is looking has not answered.
    /// </summary>
    public HistoryItem? LastAnswer => Items.LastOrDefault(item => item.Item.IsToCustomer() && !item.OnlyAnnounces())?.Item;

    /// <summary>How much a sentence says: the higher the more.</summary>
    public double Weight(string sentence, MessageCues cues) => _scores.Score(sentence, cues) + ActionBonus(sentence, cues);

    private static bool IsContent(string sentence, ParsedMessage item) => !item.Cues.IsCourtesy(sentence) && !LogLine.IsOne(sentence);

    private static double ActionBonus(string sentence, MessageCues cues) =>
        (cues.TellsOfAction(sentence) ? 2 : 0) + (MessageCues.Promises(sentence) ? 1 : 0)
        + (MessageCues.HasFigure(sentence) ? 0.5 : 0)
        - (cues.IsQuestion(sentence) || MessageCues.QuotesAnother(sentence) ? 2 : 0);

    // By what the customer wrote, the newest first; a team may have texts that are ready in another language.
    private static LanguageTable? LanguageOf(IReadOnlyList<HistoryItem> items)
    {
        var told = new System.Text.StringBuilder();
        foreach (var item in items.Reverse().OrderByDescending(item => item.IsFromCustomer()).TakeWhile(_ => told.Length < MaxTold))
        {
            told.Append(item.Text.AsSpan(0, Math.Min(item.Text.Length, MaxTold))).Append('\n');
        }

        return LanguageGuess.Of(told.ToString());
    }
}
