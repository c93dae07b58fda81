using FuseDeskFlows.Language.Results;

namespace FuseDeskFlows.Language.Budget;

/// <summary>A note on a part of a history as a model is shown it: one line of JSON.</summary>
internal static class PromptNote
{
    public static string ToJsonLine(SummaryStatement note) => PromptJson.SerializeLine(new { text = note.Text, evidence = note.Evidence });
}
