using System.Globalization;
using FuseDeskFlows.FuseDesk;
using FuseDeskFlows.Language.Results;
using FuseDeskFlows.Language.Texts;

namespace FuseDeskFlows.Language.Extractive;

/// <summary>Drafts without a model: in the words of those who wrote.</summary>
internal static class ExtractiveDraft
{
    private const int MaxQuoteLength = 240;

    /// <summary>The frame of a reply; what only a person or a model could write is left open, visibly.</summary>
    /// <param name="supportCase">The case.</param>
    /// <returns>The frame; null if the customer wrote nothing.</returns>
    public static CaseSummary? Write(Case supportCase)
    {
        if (CustomerQuestion.LastOf(supportCase) is not { } question)
        {
            return null;
        }

        var text = new CaseText(supportCase);
        var told = text.Items
            .Where(item => item.Item.IsToCustomer())
            .Select(item => (item.Item, Sentence: text.Action(item)))
            .LastOrDefault(step => step.Sentence is not null);
        List<SummaryStatement> paragraphs = [Statement($"Thank you for your message{Of(question.Item)}. You wrote: {Quoted(question.Text)}", question.Item)];
        if (told.Sentence is not null)
        {
            paragraphs.Add(Statement($"Our message{Of(told.Item)} said: {Quoted(told.Sentence)}", told.Item));
        }

        paragraphs.Add(Statement("[The answer goes here.]", question.Item));
        return new() { Text = string.Join("\n\n", paragraphs.Select(paragraph => paragraph.Text)), Statements = paragraphs, WrittenBy = ExtractiveSummarizer.Name };
    }

    private static SummaryStatement Statement(string text, HistoryItem item) => new() { Text = text, Evidence = [item.Number] };

    private static string Quoted(string text) => SafeText.Quoted(text, MaxQuoteLength);

    private static string Of(HistoryItem item) =>
        item.At is { } at ? " of " + at.UtcDateTime.ToString("d MMMM yyyy", CultureInfo.InvariantCulture) : "";
}
