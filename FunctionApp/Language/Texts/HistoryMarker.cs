using FuseDeskFlows.FuseDesk;

namespace FuseDeskFlows.Language.Texts;

/// <summary>
/// Marks in a history what its words tell of whose turn it is: what no person sent, messages of nothing but thanks, and what follows
/// them.
/// </summary>
internal static class HistoryMarker
{
    /// <summary>Marks the items of a case.</summary>
    public static Case Mark(Case supportCase) => supportCase with { History = Mark(supportCase.History) };

    /// <summary>Marks the messages of a chat.</summary>
    public static Chat Mark(Chat chat) => chat with { Messages = Mark(chat.Messages) };

    /// <summary>Marks the items, oldest first.</summary>
    private static List<HistoryItem> Mark(IReadOnlyList<HistoryItem> items)
    {
        var marked = new List<HistoryItem>(items.Count);
        foreach (var item in items)
        {
            marked.Add(item.IsAutomatic || AutomaticReply.Is(item, marked) ? item with { IsAutomatic = true } : item);
        }

        HistoryItem? last = null;
        var isRated = false;
        var text = new CaseText(marked);
        for (var index = 0; index < marked.Count; index++)
        {
            marked[index] = Mark(text.Items[index], last, isRated);
            last = marked[index].IsFromCustomer() || marked[index].IsToCustomer() ? marked[index] : last;
            isRated = marked[index] is { IsAutomatic: true } or { EndsMatter: true } && DeskNotice.AsksToRate(text.Items[index]);
        }

        return marked;
    }

    private static HistoryItem Mark(ParsedMessage message, HistoryItem? before, bool isRated)
    {
        var item = message.Item;
        if (item.IsFromCustomer())
        {
            return message.OnlyThanks() || (isRated && DeskNotice.IsGrade(message)) ? item with { OnlyThanks = true } : item;
        }

        if (DeskNotice.Is(message))
        {
            return item with { IsAutomatic = true };
        }

        var endsMatter = item.IsToCustomer()
            && before is { OnlyThanks: true } or { EndsMatter: true }
            && DeskNotice.AsksNothing(message);
        return endsMatter ? item with { EndsMatter = true } : item;
    }
}
