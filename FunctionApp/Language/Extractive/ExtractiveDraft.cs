using System.Globalization;
using FuseDeskFlows.FuseDesk;
using FuseDeskFlows.Language.Results;
using FuseDeskFlows.Language.Texts;
using FuseDeskFlows.Unicode;

namespace FuseDeskFlows.Language.Extractive;

/// <summary>Drafts a reply without a model: in the words of those who wrote.</summary>
internal static class ExtractiveDraft
{
    private const int MaxQuoteLength = 240;

    /// <summary>The frame of a reply; what only a person or a model could write is left open, visibly.</summary>
    /// <returns>The frame; null if the customer wrote nothing.</returns>
    public static GeneratedText? Write(Case supportCase)
    {
        if (CustomerQuestion.FindLast(supportCase) is not { } question)
        {
            return null;
        }

        var text = new CaseText(supportCase);
        var told = text.Items
            .Where(item => item.Item.IsToCustomer())
            .Select(item => (item.Item, Sentence: text.Action(item)))
            .LastOrDefault(step => step.Sentence is not null);
        var thanks = $"Thank you for your message{DatePhrase(question.Item)}. You wrote: {Quote(question.Text)}";
        List<SummaryStatement> paragraphs = [Statement(thanks, question.Item)];
        if (told.Sentence is not null)
        {
            paragraphs.Add(Statement($"Our message{DatePhrase(told.Item)} said: {Quote(told.Sentence)}", told.Item));
        }

        paragraphs.Add(Statement("[The answer goes here.]", question.Item));
        return ExtractiveText.Join(paragraphs, separator: "\n\n");
    }

    private static SummaryStatement Statement(string text, HistoryItem item) => new() { Text = text, Evidence = [item.Number] };

    private static string Quote(string text) => SafeText.Quote(text, MaxQuoteLength);

    private static string DatePhrase(HistoryItem item) =>
        item.At is { } at ? " of " + at.UtcDateTime.ToString("d MMMM yyyy", CultureInfo.InvariantCulture) : "";
}
