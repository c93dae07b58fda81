using FuseDeskFlows.FuseDesk;
using FuseDeskFlows.Language.Results;
using FuseDeskFlows.Language.Settings;

namespace FuseDeskFlows.Language.Budget;

/// <summary>Fits histories into a budget of tokens. The newest items are the last to suffer.</summary>
internal sealed class HistoryBudget(TokenCounter counter)
{
    private const int MinItemTokens = 120;

    // What each further piece of a message that is split costs beside its text.
    private const int PieceTokens = 100;

    private readonly TokenCounter _counter = counter;
    private readonly ItemCutter _cutter = new(counter);

    public HistoryPlan Plan(IReadOnlyList<HistoryItem> history, LanguageLimits limits)
    {
        var items = _cutter.CountTokens(PromptItem.Reduce(history));
        if (Sum(items) <= limits.CallTokens)
        {
            return new();
        }

        // Half of the last call is for the newest items, half for the notes on the rest.
        var (whole, left) = (items.Count, limits.CallTokens / 2);
        while (whole > 0 && items[whole - 1].Tokens <= left)
        {
            left -= items[--whole].Tokens;
        }

        var older = items.Take(whole).ToList();
        var kept = Shorten(older, limits.CaseTokens - (PieceTokens * (limits.CaseTokens / limits.CallTokens)));
        var untouched = new HashSet<TokenCountedItem>(older, ReferenceEqualityComparer.Instance);
        return new()
        {
            Parts = Pack(kept.SelectMany(item => _cutter.Split(item, limits.CallTokens)), limits.CallTokens),
            WholeFrom = items[Math.Min(whole, items.Count - 1)].Item.Number,
            Shortened = older.Count - kept.Count(untouched.Contains),
        };
    }

    /// <summary>Makes a history fit into one call: the first item and as many of the newest as there is room for.</summary>
    /// <returns>The items that fit, oldest first; one that alone is too long is cut in its middle.</returns>
    public IReadOnlyList<HistoryItem> Fit(IReadOnlyList<HistoryItem> items, int tokens)
    {
        var counted = _cutter.CountTokens(items);
        if (Sum(counted) <= tokens)
        {
            return items;
        }

        var last = _cutter.Clip(counted[^1], tokens);
        var first = counted.Count > 1 ? _cutter.Clip(counted[0], tokens / 4) : last;
        var left = tokens - last.Tokens - (counted.Count > 1 ? first.Tokens : 0);
        if (left < 0)
        {
            return [last.Item];
        }

        var newest = counted.Skip(1).SkipLast(1).Reverse().TakeWhile(item => (left -= item.Tokens) >= 0).Reverse().ToList();
        return counted.Count > 1 ? [first.Item, .. newest.Select(item => item.Item), last.Item] : [last.Item];
    }

    /// <summary>Takes of each part's notes as many as there is room for, the most important of every part first.</summary>
    public IReadOnlyList<SummaryStatement> Fit(IReadOnlyList<GeneratedText> notes, int tokens)
    {
        var taken = notes
            .SelectMany((part, index) => part.Statements.Select((statement, rank) => (statement, index, rank)))
            .OrderBy(note => note.rank)
            .ThenByDescending(note => note.index)
            .TakeWhile(note => (tokens -= _counter.Count(PromptNote.ToJsonLine(note.statement))) >= 0)
            .OrderBy(note => note.index)
            .ThenBy(note => note.rank);
        return [.. taken.Select(note => note.statement)];
    }

    // The longest items are cut first, all to the same length; if there are too many items even so, those in the middle are left out.
    private List<TokenCountedItem> Shorten(List<TokenCountedItem> items, int tokens)
    {
        if (Sum(items) <= tokens)
        {
            return items;
        }

        var (low, high) = (MinItemTokens, items.Max(item => item.Tokens));
        while (low < high)
        {
            var middle = low + ((high - low + 1) / 2);
            (low, high) = items.Sum(item => (long)Math.Min(item.Tokens, middle)) <= tokens ? (middle, high) : (low, middle - 1);
        }

        var shortened = items.ConvertAll(item => _cutter.Clip(item, low));
        if (Sum(shortened) <= tokens)
        {
            return shortened;
        }

        var left = tokens - shortened[0].Tokens;
        return [shortened[0], .. shortened.Skip(1).Reverse().TakeWhile(item => (left -= item.Tokens) >= 0).Reverse()];
    }

    private static List<IReadOnlyList<HistoryItem>> Pack(IEnumerable<TokenCountedItem> items, int tokens)
    {
        var parts = new List<IReadOnlyList<HistoryItem>>();
        var part = new List<HistoryItem>();
        var used = 0;
        foreach (var (item, cost) in items)
        {
            if (part.Count > 0 && used + cost > tokens)
            {
                parts.Add(part);
                (part, used) = ([], 0);
            }

            part.Add(item);
            used += cost;
        }

        if (part.Count > 0)
        {
            parts.Add(part);
        }

        return parts;
    }

    private static long Sum(List<TokenCountedItem> items) => items.Sum(item => (long)item.Tokens);
}
