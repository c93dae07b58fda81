using System.Globalization;
using FuseDeskFlows.FuseDesk;

namespace FuseDeskFlows.Language;

/// <summary>Short texts without a model: in the words of those who wrote.</summary>
internal static class ExtractiveTexts
{
    private const int LongestLine = 160;
    private const int LongestQuote = 240;

    /// <summary>A case's line in a digest.</summary>
    /// <param name="supportCase">The case.</param>
    /// <returns>What the customer asked last, else what a rep did last; null if nobody wrote anything.</returns>
    public static CaseSummary? DigestLine(Case supportCase)
    {
        if (CustomerQuestion.LastOf(supportCase) is { } question)
        {
            return Text(Statement($"{Author(question.Item, "The customer")}: {Quoted(question.Text, LongestLine)}", question.Item));
        }

        var text = new CaseText(supportCase);
        var last = text.Items.LastOrDefault(item => item.Sentences.Count > 0);
        return last is null
            ? null
            : Text(Statement($"{Author(last.Item, "The team")}: {Quoted(text.Action(last) ?? last.Sentences[0], LongestLine)}", last.Item));
    }

    /// <summary>What a chat is about.</summary>
    /// <param name="chat">The chat.</param>
    /// <returns>The customer's trouble, and what she asked last; null if she wrote nothing.</returns>
    public static CaseSummary? ChatIssue(Chat chat)
    {
        var conversation = new Case { Id = default, History = chat.Messages };
        var text = new CaseText(conversation);
        if (CustomerQuestion.LastOf(conversation) is not { } question
            || text.Items.FirstOrDefault(item => item.Item.IsFromCustomer() && item.Sentences.Count > 0) is not { } first)
        {
            return null;
        }

        var trouble = Quoted(text.Trouble(first) ?? first.Sentences[0], LongestQuote);
        var asked = Quoted(question.Text, LongestQuote);
        var opening = Statement($"{Author(first.Item, "The customer")} wrote: {trouble}", first.Item);
        return string.Equals(trouble, asked, StringComparison.Ordinal)
            ? Text(opening)
            : Text(opening, Statement($"The last message asks: {asked}", question.Item));
    }

    /// <summary>The frame of a reply; what only a person or a model could write is left open, visibly.</summary>
    /// <param name="supportCase">The case.</param>
    /// <returns>The frame; null if the customer wrote nothing.</returns>
    public static CaseSummary? Draft(Case supportCase)
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
        List<SummaryStatement> paragraphs = [Statement($"Thank you for your message{Of(question.Item)}. You wrote: {Quoted(question.Text, LongestQuote)}", question.Item)];
        if (told.Sentence is not null)
        {
            paragraphs.Add(Statement($"Our last message{Of(told.Item)} said: {Quoted(told.Sentence, LongestQuote)}", told.Item));
        }

        paragraphs.Add(Statement("[The answer goes here.]", question.Item));
        return Text("\n\n", [.. paragraphs]);
    }

    private static CaseSummary Text(params SummaryStatement[] statements) => Text(" ", statements);

    private static CaseSummary Text(string separator, SummaryStatement[] statements) =>
        new() { Text = string.Join(separator, statements.Select(statement => statement.Text)), Statements = statements, WrittenBy = ExtractiveSummarizer.Name };

    private static SummaryStatement Statement(string text, HistoryItem item) => new() { Text = text, Evidence = [item.Number] };

    private static string Quoted(string text, int longest) => $"“{SafeText.Short(SafeText.Capitalised(text), longest).Replace('“', '\'').Replace('”', '\'')}”";

    private static string Author(HistoryItem item, string otherwise) =>
        string.IsNullOrWhiteSpace(item.AuthorName) ? otherwise : SafeText.Short(item.AuthorName, 60);

    private static string Of(HistoryItem item) =>
        item.At is { } at ? " of " + at.UtcDateTime.ToString("d MMMM yyyy", CultureInfo.InvariantCulture) : "";
}
