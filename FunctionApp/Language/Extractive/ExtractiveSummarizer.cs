using FuseDeskFlows.FuseDesk;
using FuseDeskFlows.FuseDesk.Waits;
using FuseDeskFlows.Language.Results;
using FuseDeskFlows.Language.Texts;

namespace FuseDeskFlows.Language.Extractive;

/// <summary>
/// Summarises without a model: it picks the customer's and the team's own sentences and says who wrote them when.
/// The same case always gives the same summary.
/// </summary>
internal static class ExtractiveSummarizer
{
    private const int MaxSteps = 3;

    /// <summary>One to seven statements; null if nobody wrote anything.</summary>
    public static GeneratedText? Summarize(Case supportCase) =>
        Summarize(new CaseText(supportCase), supportCase.Subject, CustomerQuestion.FindLast, TurnStatement(supportCase));

    /// <summary>Likewise of a chat; who waits stands in the report beside it.</summary>
    public static GeneratedText? Summarize(Chat chat) => Summarize(
        new CaseText(chat.Messages),
        chat.Title,
        text => ExtractiveChatSummarizer.FindOpen(text) ?? CustomerQuestion.FindLast(text),
        turn: []);

    private static GeneratedText? Summarize(
        CaseText text, string? subject, Func<CaseText, CustomerQuestion?> findQuestion, IEnumerable<SummaryStatement> turn)
    {
        if (text.Items.All(item => item.Sentences.Count == 0))
        {
            return null;
        }

        var question = findQuestion(text);
        List<SummaryStatement> statements = [.. CustomerStatements.Opening(subject, text)];
        statements.AddRange(CustomerStatements.Added(text, question, statements));
        statements.AddRange(RepSteps(text, statements.Count > 1 ? MaxSteps - 1 : MaxSteps));
        statements.AddRange(LastPromise(text, statements));
        statements.AddRange(turn);
        statements.AddRange(CustomerStatements.AskedLast(text, question, statements));
        return ExtractiveText.Join(statements);
    }

    /// <summary>Takes notes on a part of a case: what was wanted, what was tried and what was promised in it.</summary>
    /// <param name="part">The case, with nothing of its history but the part.</param>
    /// <returns>The notes; null if nobody wrote anything.</returns>
    public static GeneratedText? TakeNotes(Case part)
    {
        var text = new CaseText(part);
        List<SummaryStatement> notes = [.. CustomerStatements.Opening(part.Subject, text)];
        notes.AddRange(CustomerStatements.Added(text, question: null, notes));
        notes.AddRange(RepSteps(text, MaxSteps));
        notes.AddRange(LastPromise(text, notes));
        return notes.Count == 0 ? null : ExtractiveText.Join(notes);
    }

    // Of each rep the step that says most, the latest reps first, since they know what became of the earlier steps.
    private static IEnumerable<SummaryStatement> RepSteps(CaseText text, int maxSteps) => text.Items
        .Where(item => item.Item.IsToCustomer() || item.Item.Kind == HistoryKind.Note)
        .Select(item => (item.Item, item.Cues, IsPromise: item.OnlyAnnounces(), Sentence: Step(item, text)!))
        .Where(step => step.Sentence is not null)
        .GroupBy(step => Phrases.Author(step.Item), StringComparer.OrdinalIgnoreCase)
        .Select(steps => steps
            .OrderBy(step => step.IsPromise).ThenByDescending(step => text.Weight(step.Sentence, step.Cues))
            .ThenByDescending(step => step.Item.Number).First())
        .OrderByDescending(step => step.Item.Number)
        .DistinctBy(step => step.Sentence, StringComparer.Ordinal)
        .Take(maxSteps)
        .OrderBy(step => step.Item.Number)
        .Select(step => Phrases.Statement(
            $"{Phrases.Author(step.Item)} {(step.IsPromise ? "promised" : Verb(step.Item))}{Phrases.On(step.Item)}: "
                + Quotes.Quote(step.Sentence),
            step.Item));

    private static string? Step(ParsedMessage message, CaseText text) =>
        message.OnlyAnnounces() ? message.Sentences.LastOrDefault(message.Cues.Announces) : text.Action(message);

    // What the team promised last, unless it has been told already: a reader wants to see whether it was kept.
    private static IEnumerable<SummaryStatement> LastPromise(CaseText text, IReadOnlyList<SummaryStatement> told) => text.Items
        .Where(item => item.Item.IsToCustomer())
        .Select(item => (item.Item, Sentence: item.Sentences.LastOrDefault(sentence => IsPromise(sentence, item))!))
        .Where(promise => promise.Sentence is not null)
        .TakeLast(1)
        .Where(promise => !Phrases.IsTold(promise.Sentence, told))
        .Select(promise => Phrases.Statement(
            $"{Phrases.Author(promise.Item)} promised{Phrases.On(promise.Item)}: {Quotes.Quote(promise.Sentence)}", promise.Item));

    private static bool IsPromise(string sentence, ParsedMessage message) =>
        message.Cues.Announces(sentence) && !message.Cues.IsQuestion(sentence);

    private static IEnumerable<SummaryStatement> TurnStatement(Case supportCase)
    {
        var waiting = Waiting.InCase(supportCase);
        var since = waiting?.Since is { } moment ? " since " + Phrases.Day(moment) : "";
        var text = waiting?.On switch
        {
            WaitingOn.Team => $"The customer has been waiting for an answer{since}.",
            WaitingOn.Customer when waiting.JudgedBy == WaitingJudgedBy.Status =>
                $"The case's status says that the team waits for the customer{since}.",
            WaitingOn.Customer => $"The team has answered and has been waiting for the customer{since}.",
            WaitingOn.Nobody when waiting.JudgedBy == WaitingJudgedBy.History =>
                $"The customer's last message{(waiting.Since is { } at ? " of " + Phrases.Day(at) : "")} only thanks: "
                    + "nothing is to be answered.",
            WaitingOn.Nobody => waiting.Since is { } closed ? $"The case was closed on {Phrases.Day(closed)}." : "The case is closed.",
            _ => null,
        };
        if (text is not null)
        {
            // A message tells who waits, never a note; where there is no message, the case's status does, and the text says so.
            var ends = supportCase.History.LastOrDefault(
                item => (item.IsFromCustomer() || item.IsToCustomer()) && !item.EndsMatter);
            yield return Phrases.Statement(text, ends ?? supportCase.History[^1]);
        }
    }

    private static string Verb(HistoryItem item) => item.Kind switch
    {
        HistoryKind.Note => "noted",
        HistoryKind.Call => "told the customer by phone",
        _ => "answered",
    };
}
