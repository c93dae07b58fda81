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

        // A question that the team has answered is not what the chat is about any more.
        var answered = text.Items.LastOrDefault(item => item.Item.IsToCustomer())?.Item.Number ?? 0;
        var open = FindOpen(text) is { } question ? ((string?)question.Text, question.Item) : default;
        var trouble = client
            .Select(item => (Sentence: text.Trouble(item), item.Item, item.Cues))
            .Where(said => said.Sentence is not null && (said.Item.Number > answered || !said.Cues.IsQuestion(said.Sentence)))
            .Select(said => (said.Sentence, said.Item))
            .FirstOrDefault();
        (string? Sentence, HistoryItem Item)[] said = [trouble, open];
        var told = said.Where(part => part.Sentence is not null).DistinctBy(part => part.Sentence, StringComparer.Ordinal).ToList();
        return ExtractiveText.Join(
        [
            .. (told.Count > 0 ? told : [(client[0].Sentences[0], client[0].Item)]).Select(part => new SummaryStatement
            {
                Text = SafeText.Shorten(SafeText.Capitalise(part.Sentence!), MaxSentenceLength),
                Evidence = [part.Item.Number],
            }),
        ]);
    }

    /// <summary>
    /// What is open since the last answer of the team: the question that says most ("Are you still there?" says little), else what still
    /// troubles.
    /// </summary>
    /// <returns>The client's words; null if there is neither.</returns>
    public static CustomerQuestion? FindOpen(CaseText text)
    {
        var answered = text.Items.LastOrDefault(item => item.Item.IsToCustomer())?.Item.Number ?? 0;
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
