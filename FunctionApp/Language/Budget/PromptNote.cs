using FuseDeskFlows.Language.Results;

namespace FuseDeskFlows.Language.Budget;

/// <summary>A note on a part of a history as a model is shown it.</summary>
internal static class PromptNote
{
    /// <summary>The note as a line of JSON.</summary>
    /// <param name="note">The note.</param>
    /// <returns>The line, without its end.</returns>
    public static string Line(SummaryStatement note) => PromptJson.Line(new { text = note.Text, evidence = note.Evidence });
}
