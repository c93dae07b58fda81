using FuseDeskFlows.FuseDesk;

namespace FuseDeskFlows.Language.Texts;

/// <summary>The text of a case or a chat, read once, from which the sentences that say the most can be picked.</summary>
internal sealed class CaseText
{
    private readonly SentenceScores _scores;

    /// <summary>Reads a case.</summary>
    /// <param name="supportCase">The case.</param>
    public CaseText(Case supportCase)
        : this(supportCase.History)
    {
    }

    /// <summary>Reads a conversation.</summary>
    /// <param name="items">The history of a case or the messages of a chat.</param>
    public CaseText(IReadOnlyList<HistoryItem> items)
    {
        Items = [.. items.Select(item => new ReadMessage(item))];
        _scores = new(Items.Select(item => item.Sentences));
    }

    /// <summary>The history, each item with its sentences.</summary>
    public IReadOnlyList<ReadMessage> Items { get; }

    /// <summary>The sentence that tells best what a customer's trouble is.</summary>
    /// <param name="item">Her message.</param>
    /// <returns>The sentence; null if nothing in the message is worth quoting.</returns>
    public string? Trouble(ReadMessage item) => _scores.Best(item.Sentences, sentence => (MessageCues.TellsOfTrouble(sentence) ? 1.5 : 0) + (MessageCues.HasFigure(sentence) ? 0.25 : 0));

    /// <summary>The sentence in which a customer asks for something.</summary>
    /// <param name="item">Her message.</param>
    /// <returns>The sentence; null if she asks for nothing.</returns>
    public string? Request(ReadMessage item)
    {
        var asking = item.Sentences
            .Where(sentence => !MessageCues.IsCourtesy(sentence) && (MessageCues.IsQuestion(sentence) || MessageCues.IsRequest(sentence)))
            .ToList();
        return _scores.Best(asking, sentence => MessageCues.IsQuestion(sentence) ? 1 : 0) ?? asking.FirstOrDefault(MessageCues.IsQuestion);
    }

    /// <summary>The sentence that tells best what a rep did, found out or promised.</summary>
    /// <param name="item">The rep's message or note.</param>
    /// <returns>The sentence; null if nothing in it is worth quoting.</returns>
    public string? Action(ReadMessage item) => _scores.Best(item.Sentences, Telling);

    /// <summary>How much a rep's sentence says.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <returns>The higher the more.</returns>
    public double Weight(string sentence) => _scores.Of(sentence) + Telling(sentence);

    private static double Telling(string sentence) =>
        (MessageCues.TellsOfAction(sentence) ? 2 : 0) + (MessageCues.Promises(sentence) ? 1 : 0)
        + (MessageCues.HasFigure(sentence) ? 0.5 : 0) - (MessageCues.IsQuestion(sentence) ? 2 : 0);
}
