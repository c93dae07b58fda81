using FuseDeskFlows.FuseDesk;

namespace FuseDeskFlows.Language.Texts;

/// <summary>The text of a case or a chat, read once, from which the sentences that say the most can be picked.</summary>
internal sealed class CaseText
{
    private readonly SentenceScores _scores;

    public CaseText(Case supportCase)
        : this(supportCase.History)
    {
    }

    public CaseText(IReadOnlyList<HistoryItem> items)
    {
        Items = [.. items.Select(item => new ParsedMessage(item))];
        _scores = new(Items.Select(item => item.Sentences));
    }

    /// <summary>The history, each item with its sentences.</summary>
    public IReadOnlyList<ParsedMessage> Items { get; }

    /// <summary>The sentence that tells best what a customer's trouble is.</summary>
    /// <returns>The sentence; null if nothing in the message is worth quoting.</returns>
    public string? Trouble(ParsedMessage item) => _scores.FindBest(
        item.Sentences,
        sentence => (MessageCues.TellsOfTrouble(sentence) ? 1.5 : 0) + (MessageCues.HasFigure(sentence) ? 0.25 : 0));

    /// <summary>The sentence in which a customer asks for something.</summary>
    /// <returns>The sentence; null if she asks for nothing.</returns>
    public string? Request(ParsedMessage item)
    {
        var asking = item.Sentences
            .Where(sentence => !MessageCues.IsCourtesy(sentence) && (MessageCues.IsQuestion(sentence) || MessageCues.IsRequest(sentence)))
            .ToList();
        return _scores.FindBest(asking, sentence => MessageCues.IsQuestion(sentence) ? 1 : 0)
            ?? asking.FirstOrDefault(MessageCues.IsQuestion);
    }

    /// <summary>The sentence that tells best what a rep did, found out or promised.</summary>
    /// <returns>The sentence; null if nothing in it is worth quoting.</returns>
    public string? Action(ParsedMessage item) => _scores.FindBest(item.Sentences, ActionBonus);

    /// <summary>How much a rep's sentence says: the higher the more.</summary>
    public double Weight(string sentence) => _scores.Score(sentence) + ActionBonus(sentence);

    private static double ActionBonus(string sentence) =>
        (MessageCues.TellsOfAction(sentence) ? 2 : 0) + (MessageCues.Promises(sentence) ? 1 : 0)
        + (MessageCues.HasFigure(sentence) ? 0.5 : 0) - (MessageCues.IsQuestion(sentence) ? 2 : 0);
}
