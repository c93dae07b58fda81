using FuseDeskFlows.FuseDesk;
using FuseDeskFlows.FuseDesk.Turns;
using FuseDeskFlows.Language.Results;
using FuseDeskFlows.Language.Texts;

namespace FuseDeskFlows.Language.Extractive;

/// <summary>Tells a case in the words of whoever moved it last: what the customer asks while she waits, else what the team did.</summary>
internal static class ExtractiveLineWriter
{
    private const int MaxLineLength = 180;

    /// <summary>Tells a case.</summary>
    /// <param name="supportCase">The case.</param>
    /// <returns>The line; null if nobody wrote anything.</returns>
    public static CaseSummary? Write(Case supportCase)
    {
        var text = new CaseText(supportCase);
        var question = CustomerQuestion.LastOf(supportCase);
        var asked = question is null ? default : (question.Text, question.Item);
        var done = text.Items.Where(item => item.Item.RepId is not null && !item.Item.IsFromCustomer())
            .Select(item => (Text: text.Action(item)!, item.Item))
            .LastOrDefault(action => action.Text is not null);
        var said = text.Items.SelectMany(item => item.Sentences.Select(sentence => (Text: sentence, item.Item))).FirstOrDefault();
        (string? Text, HistoryItem Item)[] candidates = Waiting.Of(supportCase)?.On == WaitingOn.Team ? [asked, done, said] : [done, asked, said];
        var line = candidates.FirstOrDefault(candidate => candidate.Text is not null);
        if (line.Text is null)
        {
            return null;
        }

        var shown = SafeText.Short(SafeText.Capitalised(line.Text), MaxLineLength);
        return new() { Text = shown, Statements = [new() { Text = shown, Evidence = [line.Item.Number] }], WrittenBy = ExtractiveSummarizer.Name };
    }
}
