using FuseDeskFlows.FuseDesk;
using FuseDeskFlows.Language.Results;
using FuseDeskFlows.Language.Texts;
using FuseDeskFlows.Unicode;

namespace FuseDeskFlows.Language.Extractive;

/// <summary>
/// Tells what a chat is about in the client's own words: the sentence that names the trouble, and the one that asks for something.
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

        var trouble = client
            .Select(item => (Sentence: text.Trouble(item), item.Item))
            .FirstOrDefault(said => said.Sentence is not null, (Sentence: client[0].Sentences[0], client[0].Item));

        // What is still open: of the messages since the team's last answer the request that says most, else what still troubles.
        var answered = text.Items.LastOrDefault(item => item.Item.IsToCustomer())?.Item.Number ?? 0;
        var request = client
            .Where(item => item.Item.Number > answered)
            .SelectMany(item => new (string? Sentence, bool Asks, HistoryItem Item)[]
            {
                (text.Request(item), true, item.Item),
                (text.Trouble(item), false, item.Item),
            })
            .Where(said => said.Sentence is not null && !string.Equals(said.Sentence, trouble.Sentence, StringComparison.Ordinal))
            .OrderByDescending(said => said.Asks)
            .ThenByDescending(said => text.Weight(said.Sentence!))
            .Select(said => (said.Sentence, said.Item))
            .FirstOrDefault();
        (string? Sentence, HistoryItem Item)[] said = request.Sentence is null ? [trouble] : [trouble, request];
        return ExtractiveText.Join(
        [
            .. said.Select(part => new SummaryStatement
            {
                Text = SafeText.Shorten(SafeText.Capitalise(part.Sentence!), MaxSentenceLength),
                Evidence = [part.Item.Number],
            }),
        ]);
    }
}
