using FuseDeskFlows.FuseDesk;

namespace FuseDeskFlows.Language.Budget;

/// <summary>Counts what history items cost a model to read, and cuts those that cost too much.</summary>
internal sealed class ItemCutter(TokenCounter counter)
{
    /// <summary>Splits an item into as few pieces as fit, each with the item's number.</summary>
    public List<TokenCountedItem> Split(TokenCountedItem item, int tokens)
    {
        item = ClipForwarded(item, tokens / 2);
        for (var pieces = (item.Tokens / tokens) + 1; ; pieces++)
        {
            var split = Cut(item.Item, pieces);
            if (split.TrueForAll(piece => piece.Tokens <= tokens))
            {
                return split;
            }
        }
    }

    /// <summary>Cuts an item in its middle: beginnings say what a message is about, ends what it asks for.</summary>
    public TokenCountedItem Clip(TokenCountedItem item, int tokens)
    {
        item = ClipForwarded(item, tokens);
        for (var keep = item.Item.Text.Length; item.Tokens > tokens && keep > 0;)
        {
            keep = Math.Min(keep * 9 / 10, (int)((long)item.Item.Text.Length * tokens / Math.Max(item.Tokens, 1)));
            var text = item.Item.Text;
            var clipped = $"{Slice(text, 0, keep * 2 / 3)} […] {Slice(text, text.Length - (keep / 3), text.Length)}";
            item = CountTokens(item.Item with { Text = clipped });
        }

        return item;
    }

    // What others wrote gives way to what the sender wrote; what he answers and the names of files are the first to go.
    private TokenCountedItem ClipForwarded(TokenCountedItem item, int tokens)
    {
        while (item.Tokens > tokens && item.Item is ({ Answers: not null } or { Attachments: not null } or { Forwarded.Text.Length: > 1 }))
        {
            var forwarded = item.Item.Forwarded;
            item = CountTokens(item.Item with
            {
                Answers = null,
                Attachments = null,
                Forwarded = forwarded is null ? null : forwarded with { Text = Slice(forwarded.Text, 0, forwarded.Text.Length / 2) },
            });
        }

        return item;
    }

    public List<TokenCountedItem> CountTokens(IReadOnlyList<HistoryItem> items) => [.. items.Select(CountTokens)];

    private List<TokenCountedItem> Cut(HistoryItem item, int count)
    {
        var length = (item.Text.Length / count) + 1;
        return CountTokens(
            [.. Enumerable.Range(0, count).Select(piece => item with { Text = Slice(item.Text, piece * length, (piece + 1) * length) })]);
    }

    private static string Slice(string text, int start, int end) => text[Boundary(text, start)..Boundary(text, end)];

    private static int Boundary(string text, int index)
    {
        var at = Math.Clamp(index, 0, text.Length);
        return at > 0 && at < text.Length && char.IsLowSurrogate(text[at]) ? at - 1 : at;
    }

    private TokenCountedItem CountTokens(HistoryItem item) => new(item, counter.Count(PromptItem.ToJsonLine(item)) + 1);
}
