using FuseDeskFlows.FuseDesk;
using FuseDeskFlows.Language.Results;
using FuseDeskFlows.Language.Texts;
using FuseDeskFlows.Unicode;

namespace FuseDeskFlows.Language.Extractive;

/// <summary>What a summary tells of the customer: what the case is about, what came to it later, and what is asked last.</summary>
internal static class CustomerStatements
{
    private const int MaxListItems = 12;
    private const int MaxAdded = 4;

    // A message of so many sentences is told whole, but for courtesy and logs; of a longer one what says the most.
    private const int FewSentences = 5;

    /// <summary>The first message: its trouble, all items of its lists, and what it asks for.</summary>
    public static IEnumerable<SummaryStatement> Opening(string? subject, CaseText text)
    {
        if (FirstMessage(text) is not { } first)
        {
            yield break;
        }

        var about = string.IsNullOrWhiteSpace(subject) ? "" : $" about {Quotes.Quote(subject.TrimEnd('.'))}";
        var told = Told(first, text).ToLookup(first.Cues.Asks);
        var (troubles, requests) = told[false].Any() ? (told[false].ToList(), told[true].ToList()) : ([.. told[true]], []);
        var asked = requests.Count == 0 ? "" : $" The request was: {Join(requests)}";
        yield return Phrases.Statement(
            $"{Phrases.Author(first.Item)} wrote{Phrases.On(first.Item)}{about}: {Join(troubles)}{asked}", first.Item);

        var items = Quotes.ListItems(first, MaxListItems);
        if (items.Count > 0)
        {
            yield return Phrases.Statement($"The message lists: {string.Join(' ', items)}", first.Item);
        }
    }

    /// <summary>The troubles of later messages, but for the one that is asked last.</summary>
    public static IEnumerable<SummaryStatement> Added(CaseText text, CustomerQuestion? question, IReadOnlyList<SummaryStatement> told)
    {
        var first = FirstMessage(text);
        var added = text.Items
            .Where(message => message.Item.IsFromCustomer() && message != first && message.Item != question?.Item)
            .Select(message => (message.Item, message.Cues, Sentence: text.Trouble(message)!))
            .Where(said => said.Sentence is not null && said.Cues.TellsOfTrouble(said.Sentence) && !Phrases.IsTold(said.Sentence, told))
            .DistinctBy(said => said.Sentence, StringComparer.OrdinalIgnoreCase)
            .TakeLast(MaxAdded)
            .ToList();
        if (added.Count > 0)
        {
            var quotes = string.Join(' ', added.Select(said => SafeText.Quote(said.Sentence, 160)));
            yield return Phrases.Statement($"Later the customer added: {quotes}", added.Select(said => said.Item));
        }
    }

    /// <summary>What is asked last, unless it has been told: who has written only once, or the same again.</summary>
    public static IEnumerable<SummaryStatement> AskedLast(
        CaseText text, CustomerQuestion? question, IReadOnlyList<SummaryStatement> told)
    {
        if (question is not null && FirstMessage(text)?.Item != question.Item && !Phrases.IsTold(question.Text, told))
        {
            var verb = !question.Asks ? "The customer wrote last"
                : AsksLater(text, question.Item) ? "The customer asked"
                : "The customer asked last";
            yield return Phrases.Statement($"{verb}{Phrases.On(question.Item)}: {Quotes.Quote(question.Text)}", question.Item);
        }
    }

    /// <summary>The customer's first message that has text.</summary>
    public static ParsedMessage? FirstMessage(CaseText text) =>
        text.Items.FirstOrDefault(item => item.Item.IsFromCustomer() && item.Sentences.Count > 0);

    private static bool AsksLater(CaseText text, HistoryItem asked) => text.Items.Any(message =>
        message.Item.Number > asked.Number && message.Item.IsFromCustomer() && message.LastAsked() is not null);

    private static List<string> Told(ParsedMessage first, CaseText text)
    {
        var hasList = Quotes.ListItems(first, MaxListItems).Count > 0;
        var content = first.Blocks
            .Where(
                (block, index) =>
                    block.Kind != BlockKind.Log && (block.Kind != BlockKind.ListItem || !hasList) && !IsBeforeLog(first.Blocks, index))
            .SelectMany(block => block.Sentences)
            .Where(sentence => !first.Cues.IsCourtesy(sentence))
            .ToList();
        if (content.Count == 0)
        {
            return [first.Sentences[0]];
        }

        if (content.Count <= FewSentences)
        {
            return content;
        }

        var trouble = text.Trouble(first);
        return
        [
            .. content.Where(sentence => string.Equals(sentence, trouble, StringComparison.Ordinal) || first.Cues.Asks(sentence))
                .Prepend(content[0])
                .Distinct(StringComparer.Ordinal)
                .Take(FewSentences),
        ];
    }

    // "The log says:" says nothing without the log.
    private static bool IsBeforeLog(IReadOnlyList<TextBlock> blocks, int index) =>
        blocks[index].Sentences[^1].EndsWith(':') && index + 1 < blocks.Count && blocks[index + 1].Kind == BlockKind.Log;

    private static string Join(IEnumerable<string> sentences) => string.Join(' ', sentences.Select(Quotes.Quote));
}
