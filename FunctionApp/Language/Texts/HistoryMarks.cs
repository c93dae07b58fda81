using FuseDeskFlows.FuseDesk;

namespace FuseDeskFlows.Language.Texts;

/// <summary>
/// Marks in a history what its words tell of whose turn it is: mail that no person sent, and messages of nothing but thanks.
/// </summary>
internal static class HistoryMarks
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

        var text = new CaseText(marked);
        return
        [
            .. text.Items.Select(message =>
                message.Item.IsFromCustomer() && message.OnlyThanks() ? message.Item with { OnlyThanks = true } : message.Item),
        ];
    }
}
