using FuseDeskFlows.FuseDesk;
using FuseDeskFlows.FuseDesk.Turns;
using FuseDeskFlows.Language.Results;
using FuseDeskFlows.Language.Texts;
using FuseDeskFlows.Unicode;

namespace FuseDeskFlows.Language.Extractive;

/// <summary>Tells a case in the words of whoever moved it last: what the customer asks while she waits, else what the team did.</summary>
internal static class ExtractiveLineWriter
{
    private const int MaxLineLength = 180;

    /// <summary>The line; null if nobody wrote anything.</summary>
    public static GeneratedText? Write(Case supportCase)
    {
        var text = new CaseText(supportCase);
        var question = CustomerQuestion.FindLast(supportCase);
        var asked = question is null ? default : (question.Text, question.Item);
        var done = text.Items.Where(item => item.Item.RepId is not null && !item.Item.IsFromCustomer())
            .Select(item => (Text: text.Action(item)!, item.Item))
            .LastOrDefault(action => action.Text is not null);
        var said = text.Items.SelectMany(item => item.Sentences.Select(sentence => (Text: sentence, item.Item))).FirstOrDefault();
        var customerWaits = Waiting.InCase(supportCase)?.On == WaitingOn.Team;
        (string? Text, HistoryItem Item)[] candidates = customerWaits ? [asked, done, said] : [done, asked, said];
        var line = candidates.FirstOrDefault(candidate => candidate.Text is not null);
        if (line.Text is null)
        {
            return null;
        }

        var shown = SafeText.Shorten(SafeText.Capitalise(line.Text), MaxLineLength);
        return ExtractiveText.Join([new() { Text = shown, Evidence = [line.Item.Number] }]);
    }
}
