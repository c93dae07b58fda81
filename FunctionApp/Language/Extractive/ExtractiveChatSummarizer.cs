using FuseDeskFlows.FuseDesk;
using FuseDeskFlows.Language.Results;
using FuseDeskFlows.Language.Texts;
using FuseDeskFlows.Unicode;

namespace FuseDeskFlows.Language.Extractive;

/// <summary>
/// Tells what a chat is about in the client's own words: the sentence that names the trouble, and what is still open.
/// </summary>
internal static class ExtractiveChatSummarizer
{
    private const int MaxSentenceLength = 240;

    /// <summary>One or two sentences; null if the client wrote no text.</summary>
    public static GeneratedText? Summarize(Chat chat)
    {
        var text = new CaseText(chat.Messages);
        var client = text.Items.Where(item => item.Item.IsFromCustomer() && item.Sentences.Count > 0).ToList();
        if (client.Count == 0)
        {
            return null;
        }

        // A question that the team has answered is not what the chat is about any more, and what answers the team's question never was.
        var answered = text.LastAnswer?.Number ?? 0;
        var question = FindOpen(text);
        var first = client.Find(item => !item.OnlyPolite()) ?? client[0];
        var trouble = client
            .Select(item => (Sentence: text.About(item) ?? text.Trouble(item), item.Item, item.Cues))
            .Where(said => said.Sentence is not null && (said.Item.Number > answered || !said.Cues.IsQuestion(said.Sentence)))
            .Where(said => said.Item.Number == first.Item.Number || !AnswersQuestion(text, said.Item))
            .Select(said => (said.Sentence, said.Item))
            .FirstOrDefault();
        if (trouble.Sentence is null && question is not { Asks: true })
        {
            trouble = (text.About(first) ?? text.Trouble(first) ?? first.Sentences[0], first.Item);
        }

        (string? Sentence, HistoryItem? Item)[] told = [trouble, (question?.Text, question?.Item)];
        return ExtractiveText.Join(
        [
            .. told.Where(part => part.Sentence is not null).DistinctBy(part => part.Sentence, StringComparer.Ordinal)
                .Select(part => new SummaryStatement
                {
                    Text = SafeText.Shorten(SafeText.Capitalise(part.Sentence!), MaxSentenceLength),
                    Evidence = [part.Item!.Number],
                }),
        ]);
    }

    private static bool AnswersQuestion(CaseText text, HistoryItem item) => text.Items
        .LastOrDefault(other => other.Item.Number < item.Number && other.Item.IsToCustomer()) is { } before
        && before.Sentences.Any(before.Cues.IsQuestion);

    /// <summary>
    /// What is open since the last answer of the team: the question that says most ("Are you still there?" says little), else what still
    /// troubles.
    /// </summary>
    /// <returns>The client's words; null if there is neither.</returns>
    public static CustomerQuestion? FindOpen(CaseText text)
    {
        var answered = text.LastAnswer?.Number ?? 0;
        var client = text.Items.Where(message => message.Item.Number > answered && message.Item.IsFromCustomer()).ToList();
        return Weightiest(message => message.LastAsked(), asks: true) ?? Weightiest(text.Trouble, asks: false);

        CustomerQuestion? Weightiest(Func<ParsedMessage, string?> choose, bool asks) => client
            .Select(message => (Sentence: choose(message), message))
            .Where(said => said.Sentence is not null)
            .OrderByDescending(said => text.Weight(said.Sentence!, said.message.Cues))
            .ThenByDescending(said => asks ? said.message.Item.Number : 0)
            .Select(said => new CustomerQuestion(said.Sentence!, said.message.Item, asks))
            .FirstOrDefault();
    }
}
