using FuseDeskFlows.FuseDesk;
using FuseDeskFlows.Language.Budget;
using FuseDeskFlows.Language.Results;
using FuseDeskFlows.Language.Texts;
using Microsoft.Extensions.AI;

namespace FuseDeskFlows.Language.Writing;

/// <summary>Lays a task out for a model: always one system message, which no customer can touch, and one user message with the data.</summary>
internal static class PromptMessages
{
    private const int MaxFactLength = 300;

    /// <summary>Renders the messages.</summary>
    /// <param name="task">The task.</param>
    /// <param name="items">The items to show.</param>
    /// <param name="notes">The notes to show.</param>
    /// <param name="objection">Why the answer before was not accepted; null if there was none.</param>
    /// <returns>The two messages.</returns>
    public static IReadOnlyList<ChatMessage> Render(
        WritingTask task, IReadOnlyList<HistoryItem> items, IReadOnlyList<SummaryStatement> notes, string? objection)
    {
        var facts = task.Facts.Where(fact => !string.IsNullOrWhiteSpace(fact.Value)).ToDictionary(fact => fact.Key, fact => SafeText.Short(fact.Value!, MaxFactLength), StringComparer.Ordinal);
        var data = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["facts"] = PromptJson.Line(facts),
            ["items"] = string.Join('\n', items.Select(PromptItem.Line)),
            ["notes"] = string.Join('\n', notes.Select(PromptNote.Line)),
            ["objection"] = objection is null ? "" : $"\nYour earlier answer was not accepted. {objection} Answer again, from the beginning.",
        };
        return [new(ChatRole.System, task.Prompt.System(task.MaxStatements)), new(ChatRole.User, task.Prompt.User(data))];
    }
}
