using System.Globalization;
using FuseDeskFlows.FuseDesk;

namespace FuseDeskFlows.Language;

/// <summary>
/// Summarises without a model: it picks the customer's and the team's own sentences and says who wrote them when.
/// The same case always gives the same summary.
/// </summary>
internal sealed class ExtractiveSummarizer : ICaseSummarizer
{
    /// <summary>What its summaries say they were written by.</summary>
    public const string Name = "extractive";

    private const int LongestQuote = 240;
    private const int MostSteps = 3;

    /// <inheritdoc />
    public Task<CaseSummary?> SummarizeAsync(Case supportCase, CancellationToken cancellation) =>
        Task.FromResult(Summarize(supportCase));

    /// <summary>Summarises a case.</summary>
    /// <param name="supportCase">The case.</param>
    /// <returns>Three to six statements; null if nobody wrote anything.</returns>
    public static CaseSummary? Summarize(Case supportCase)
    {
        var messages = supportCase.History.Select(item => new ReadItem(item)).Where(item => item.Sentences.Count > 0).ToList();
        if (messages.Count == 0)
        {
            return null;
        }

        var scores = new SentenceScores(messages.Select(message => message.Sentences));
        var question = CustomerQuestion.LastOf(supportCase);
        List<SummaryStatement> statements =
        [
            .. Wanted(supportCase, messages, scores),
            .. Tried(messages, scores),
            .. Standing(supportCase, messages),
            .. AskedLast(question, messages),
        ];
        return new() { Text = string.Join(' ', statements.Select(statement => statement.Text)), Statements = statements, WrittenBy = Name };
    }

    private static IEnumerable<SummaryStatement> Wanted(Case supportCase, List<ReadItem> messages, SentenceScores scores)
    {
        var first = messages.Find(message => message.Item.IsFromCustomer());
        if (first is null)
        {
            yield break;
        }

        var sentence = scores.Best(first.Sentences, s => (MessageCues.TellsOfTrouble(s) ? 1.5 : 0) + (MessageCues.IsQuestion(s) || MessageCues.IsRequest(s) ? 1 : 0))
            ?? first.Sentences[0];
        var about = string.IsNullOrWhiteSpace(supportCase.Subject) ? "" : $" about {Quoted(supportCase.Subject.TrimEnd('.'))}";
        yield return Statement($"{Author(first.Item)} wrote{On(first.Item)}{about}: {Quoted(sentence)}", first.Item);
    }

    // The first thing tried, the last one, and between them the one that says most.
    private static IEnumerable<SummaryStatement> Tried(List<ReadItem> messages, SentenceScores scores)
    {
        var steps = messages
            .Where(message => message.Item.IsToCustomer() || message.Item.Kind == HistoryKind.Note)
            .Select(message => (message.Item, Sentence: scores.Best(message.Sentences, s => MessageCues.TellsOfAction(s) ? 3 : -1)))
            .Where(step => step.Sentence is not null && MessageCues.TellsOfAction(step.Sentence))
            .Select((step, index) => (step.Item, Sentence: step.Sentence!, Index: index))
            .ToList();
        var shown = steps.Count <= MostSteps
            ? steps
            : [steps[0], steps[1..^1].OrderByDescending(step => scores.Of(step.Sentence)).ThenBy(step => step.Index).First(), steps[^1]];
        return shown.Select(step => Statement($"{Author(step.Item)} {Verb(step.Item)}{On(step.Item)}: {Quoted(step.Sentence)}", step.Item));
    }

    private static IEnumerable<SummaryStatement> Standing(Case supportCase, List<ReadItem> messages)
    {
        var last = supportCase.History.LastOrDefault(item => item.IsFromCustomer() || item.IsToCustomer()) ?? messages[^1].Item;
        var waiting = Waiting.Of(supportCase);
        var since = waiting?.Since is { } moment ? " since " + Day(moment) : "";
        var text = waiting?.On switch
        {
            WaitingOn.Team => $"The customer has been waiting for an answer{since}.",
            WaitingOn.Customer => $"The team has answered and has been waiting for the customer{since}.",
            WaitingOn.Nobody => waiting.Since is { } closed ? $"The case was closed on {Day(closed)}." : "The case is closed.",
            _ => null,
        };
        if (text is not null)
        {
            yield return Statement(text, last);
        }
    }

    private static IEnumerable<SummaryStatement> AskedLast(CustomerQuestion? question, List<ReadItem> messages)
    {
        // In a case with a single message from the customer, the opening statement has said it.
        if (question is not null && messages.Find(message => message.Item.IsFromCustomer())?.Item != question.Item)
        {
            var verb = MessageCues.IsQuestion(question.Text) ? "The customer asked last" : "The customer wrote last";
            yield return Statement($"{verb}{On(question.Item)}: {Quoted(question.Text)}", question.Item);
        }
    }

    private static SummaryStatement Statement(string text, HistoryItem item) => new() { Text = text, Evidence = [item.Number] };

    private static string Verb(HistoryItem item) => item.Kind switch
    {
        HistoryKind.Note => "noted",
        HistoryKind.Call => "told the customer by phone",
        _ => "answered",
    };

    private static string Author(HistoryItem item)
    {
        var name = SafeText.OneLine(item.AuthorName ?? "");
        return name.Length > 0 ? SafeText.Short(name, 60) : item.IsFromCustomer() ? "The customer" : "The team";
    }

    private static string Quoted(string text) => $"“{SafeText.Short(text, LongestQuote).Replace('“', '\'').Replace('”', '\'')}”";

    private static string On(HistoryItem item) => item.At is { } at ? " on " + Day(at) : "";

    private static string Day(DateTimeOffset moment) => moment.UtcDateTime.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
}
