using FuseDeskFlows.Language.Texts;
using FuseDeskFlows.Unicode;

namespace FuseDeskFlows.Language.Extractive;

/// <summary>
/// Quotes what somebody wrote: word for word, in the order of the message, and never across the end of a paragraph or list item.
/// </summary>
internal static class Quotes
{
    private const int MaxLength = 240;
    private const int MaxOfItem = 110;
    private const int MinOfItem = 24;
    private const int MinListItems = 2;

    /// <summary>One quotation, with its marks.</summary>
    public static string Quote(string text) => SafeText.Quote(text, MaxLength);

    /// <summary>The items of a message's lists: lists of faults are told whole.</summary>
    /// <param name="message">The message.</param>
    /// <param name="maxItems">How many at most.</param>
    /// <param name="maxLength">How long all of them may be.</param>
    /// <returns>Each quoted on its own; none if it has no list, or one of logs.</returns>
    public static IReadOnlyList<string> ListItems(ParsedMessage message, int maxItems, int maxLength = MaxOfItem * 8)
    {
        var items = message.Blocks
            .Where(block => block.Kind == BlockKind.ListItem)
            .Select(block => string.Join(' ', block.Sentences))
            .Take(maxItems)
            .ToList();
        return items.Count < MinListItems
            ? []
            : [.. items.Select(item => SafeText.Quote(item, Math.Clamp(maxLength / items.Count, MinOfItem, MaxOfItem)))];
    }
}
