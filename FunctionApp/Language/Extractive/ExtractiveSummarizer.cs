using System.Globalization;
using FuseDeskFlows.FuseDesk;
using FuseDeskFlows.FuseDesk.Turns;
using FuseDeskFlows.Language.Results;
using FuseDeskFlows.Language.Texts;
using FuseDeskFlows.Unicode;

namespace FuseDeskFlows.Language.Extractive;

/// <summary>
/// Summarises without a model: it picks the customer's and the team's own sentences and says who wrote them when.
/// The same case always gives the same summary.
/// </summary>
internal static class ExtractiveSummarizer
{
    private const int MaxQuoteLength = 240;
    private const int MaxSteps = 3;

    /// <summary>One to seven statements; null if nobody wrote anything.</summary>
    public static GeneratedText? Summarize(Case supportCase)
    {
        var text = new CaseText(supportCase);
        if (text.Items.All(item => item.Sentences.Count == 0))
        {
            return null;
        }

        List<SummaryStatement> statements =
        [
            .. Wanted(supportCase, text),
            .. Tried(text),
        ];
        statements.AddRange(Promised(text, statements));
        statements.AddRange(Standing(supportCase));
        statements.AddRange(AskedLast(supportCase, text, statements));
        return ExtractiveText.Join(statements);
    }

    /// <summary>Takes notes on a part of a case: what was wanted, what was tried and what was promised in it.</summary>
    /// <param name="part">The case, with nothing of its history but the part.</param>
    /// <returns>The notes; null if nobody wrote anything.</returns>
    public static GeneratedText? TakeNotes(Case part)
    {
        var text = new CaseText(part);
        List<SummaryStatement> notes = [.. Wanted(part, text), .. Tried(text)];
        notes.AddRange(Promised(text, notes));
        return notes.Count == 0 ? null : ExtractiveText.Join(notes);
    }

    private static IEnumerable<SummaryStatement> Wanted(Case supportCase, CaseText text)
    {
        if (FirstOfCustomer(text) is not { } first)
        {
            yield break;
        }

        var request = text.Request(first);
        var trouble = text.Trouble(first) ?? request ?? first.Sentences[0];
        var about = string.IsNullOrWhiteSpace(supportCase.Subject) ? "" : $" about {Quote(supportCase.Subject.TrimEnd('.'))}";
        var isTold = request is null || string.Equals(request, trouble, StringComparison.Ordinal);
        var asked = isTold ? "" : $" The request was: {Quote(request!)}";
        yield return Statement($"{Author(first.Item)} wrote{On(first.Item)}{about}: {Quote(trouble)}{asked}", first.Item);
    }

    // Of each rep the step that says most, the latest reps first, since they know what became of the earlier steps.
    private static IEnumerable<SummaryStatement> Tried(CaseText text) => text.Items
        .Where(item => item.Item.IsToCustomer() || item.Item.Kind == HistoryKind.Note)
        .Select(item => (item.Item, Sentence: text.Action(item)!))
        .Where(step => step.Sentence is not null)
        .GroupBy(step => Author(step.Item), StringComparer.OrdinalIgnoreCase)
        .Select(steps => steps.OrderByDescending(step => text.Weight(step.Sentence)).ThenByDescending(step => step.Item.Number).First())
        .OrderByDescending(step => step.Item.Number)
        .DistinctBy(step => step.Sentence, StringComparer.Ordinal)
        .Take(MaxSteps)
        .OrderBy(step => step.Item.Number)
        .Select(step => Statement($"{Author(step.Item)} {Verb(step.Item)}{On(step.Item)}: {Quote(step.Sentence)}", step.Item));

    // What the team promised last, unless it has been told already: a reader wants to see whether it was kept.
    private static IEnumerable<SummaryStatement> Promised(CaseText text, IReadOnlyList<SummaryStatement> told) => text.Items
        .Where(item => item.Item.IsToCustomer())
        .Select(item => (item.Item, Sentence: item.Sentences.LastOrDefault(IsPromise)!))
        .Where(promise => promise.Sentence is not null)
        .TakeLast(1)
        .Where(promise => !IsTold(promise.Sentence, told))
        .Select(promise => Statement($"{Author(promise.Item)} promised{On(promise.Item)}: {Quote(promise.Sentence)}", promise.Item));

    private static bool IsPromise(string sentence) => MessageCues.Promises(sentence) && !MessageCues.IsCourtesy(sentence);

    private static IEnumerable<SummaryStatement> Standing(Case supportCase)
    {
        var waiting = Waiting.InCase(supportCase);
        var since = waiting?.Since is { } moment ? " since " + Day(moment) : "";
        var text = waiting?.On switch
        {
            WaitingOn.Team => $"The customer has been waiting for an answer{since}.",
            WaitingOn.Customer when waiting.JudgedBy == WaitingJudgedBy.Status =>
                $"The case's status says that the team waits for the customer{since}.",
            WaitingOn.Customer => $"The team has answered and has been waiting for the customer{since}.",
            WaitingOn.Nobody => waiting.Since is { } closed ? $"The case was closed on {Day(closed)}." : "The case is closed.",
            _ => null,
        };
        if (text is not null)
        {
            var ends = waiting!.On == WaitingOn.Nobody
                ? null
                : supportCase.History.LastOrDefault(item => item.IsFromCustomer() || item.IsToCustomer());
            yield return Statement(text, ends ?? supportCase.History[^1]);
        }
    }

    private static IEnumerable<SummaryStatement> AskedLast(Case supportCase, CaseText text, IReadOnlyList<SummaryStatement> told)
    {
        // If the customer has written only once, or the same again, the opening statement has said it.
        if (CustomerQuestion.FindLast(supportCase) is { } question
            && FirstOfCustomer(text)?.Item != question.Item
            && !IsTold(question.Text, told))
        {
            var verb = MessageCues.IsQuestion(question.Text) ? "The customer asked last" : "The customer wrote last";
            yield return Statement($"{verb}{On(question.Item)}: {Quote(question.Text)}", question.Item);
        }
    }

    private static ParsedMessage? FirstOfCustomer(CaseText text) =>
        text.Items.FirstOrDefault(item => item.Item.IsFromCustomer() && item.Sentences.Count > 0);

    private static bool IsTold(string sentence, IReadOnlyList<SummaryStatement> told) =>
        told.Any(statement => statement.Text.Contains(Quote(sentence), StringComparison.OrdinalIgnoreCase));

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
        return name.Length > 0 ? SafeText.Shorten(name, 60) : item.IsFromCustomer() ? "The customer" : "The team";
    }

    private static string Quote(string text) => SafeText.Quote(text, MaxQuoteLength);

    private static string On(HistoryItem item) => item.At is { } at ? " on " + Day(at) : "";

    private static string Day(DateTimeOffset moment) => moment.UtcDateTime.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
}
