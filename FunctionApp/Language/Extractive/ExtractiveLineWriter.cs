using FuseDeskFlows.FuseDesk;
using FuseDeskFlows.FuseDesk.Waits;
using FuseDeskFlows.Language.Results;
using FuseDeskFlows.Language.Texts;
using FuseDeskFlows.Unicode;

namespace FuseDeskFlows.Language.Extractive;

/// <summary>
/// Tells a case in one line: what it is about, in the words by which the customer began it, and where it stands, in the words of whoever
/// moved it last.
/// </summary>
internal static class ExtractiveLineWriter
{
    private const int MaxAboutLength = 120;
    private const int MaxListItems = 8;
    private const int MaxBeforeLength = 60;
    private const int MaxItemsLength = 180;
    private const int MaxStateLength = 120;

    /// <summary>The line; null if nobody wrote anything.</summary>
    public static GeneratedText? Write(Case supportCase)
    {
        var text = new CaseText(supportCase);
        var first = CustomerStatements.FirstMessage(text);
        var about = first is null ? text.Items.FirstOrDefault(item => item.Sentences.Count > 0) : first;
        if (about is null)
        {
            return null;
        }

        var trouble = text.About(about) ?? about.LastAsked() ?? about.Sentences[0];
        var state = State(supportCase, text, trouble);
        var line = SafeText.Capitalise(Listed(about) ?? SafeText.Shorten(trouble, MaxAboutLength)) + state?.Text;
        return ExtractiveText.Join([Phrases.Statement(line, state is { } known ? [about.Item, known.Item] : [about.Item])]);
    }

    // A list of faults is told whole: what it begins with, and each of its items.
    private static string? Listed(ParsedMessage message)
    {
        var items = Quotes.ListItems(message, MaxListItems, MaxItemsLength);
        var before = message.Blocks.TakeWhile(block => block.Kind != BlockKind.ListItem).LastOrDefault()?.Sentences[^1];
        return items.Count == 0
            ? null
            : string.Join(' ', [.. before is null ? [] : new[] { SafeText.Shorten(before, MaxBeforeLength) }, .. items]);
    }

    private static (string Text, HistoryItem Item)? State(Case supportCase, CaseText text, string about)
    {
        var waiting = Waiting.InCase(supportCase);
        var done = text.Items
            .Where(item => item.Item is { RepId: not null, IsAutomatic: false } && !item.Item.IsFromCustomer())
            .Select(item => (Text: text.Action(item)!, item.Item))
            .LastOrDefault(action => action.Text is not null);
        if (waiting is { On: WaitingOn.Nobody, JudgedBy: WaitingJudgedBy.History }
            && supportCase.History.LastOrDefault(item => item.OnlyThanks && item.IsFromCustomer()) is { } thanks)
        {
            return (done.Text is null ? " The customer thanks." : $" The customer thanks for: {Short(done.Text)}", thanks);
        }

        var last = text.Items.LastOrDefault(item => item.Item.IsFromCustomer())?.Item;
        if (waiting?.On == WaitingOn.Team && last is not null && last.Number > 1 && ReadableText.IsOnlyAttachments(last))
        {
            return ($" Last from the customer: {ReadableText.AttachmentNote(last)}", last);
        }

        var question = CustomerQuestion.FindLast(text);
        if (waiting?.On == WaitingOn.Team && question is not null)
        {
            return string.Equals(question.Text, about, StringComparison.OrdinalIgnoreCase) ? null
                : ((question.Asks ? " Open: " : " The customer wrote last: ") + Short(question.Text), question.Item);
        }

        return done.Text is null || string.Equals(done.Text, about, StringComparison.Ordinal) ? null
            : ((waiting?.On == WaitingOn.Nobody ? " Closed: " : " The team: ") + Short(done.Text), done.Item);
    }

    private static string Short(string text) => SafeText.Quote(text, MaxStateLength);
}
