using FuseDeskFlows.FuseDesk;
using FuseDeskFlows.Language.Budget;
using FuseDeskFlows.Language.Results;
using FuseDeskFlows.Unicode;
using Microsoft.Extensions.AI;

namespace FuseDeskFlows.Language.Writing;

/// <summary>
/// Lays a task out for a model: always one system message, which no customer can touch, and one user message with the data.
/// </summary>
internal static class PromptMessages
{
    private const int MaxFactLength = 300;

    public static IReadOnlyList<ChatMessage> Render(
        WritingTask task, IReadOnlyList<HistoryItem> items, IReadOnlyList<SummaryStatement> notes, string? previousFailure)
    {
        var facts = task.Facts
            .Where(fact => !string.IsNullOrWhiteSpace(fact.Value))
            .ToDictionary(fact => fact.Key, fact => SafeText.Shorten(fact.Value!, MaxFactLength), StringComparer.Ordinal);
        var data = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["facts"] = PromptJson.SerializeLine(facts),
            ["items"] = string.Join('\n', items.Select(PromptItem.ToJsonLine)),
            ["notes"] = string.Join('\n', notes.Select(PromptNote.ToJsonLine)),
            ["objection"] = previousFailure is null
                ? ""
                : $"\nYour earlier answer was not accepted. {previousFailure} Answer again, from the beginning.",
        };
        return [new(ChatRole.System, task.Prompt.SystemMessage(task.MaxStatements)), new(ChatRole.User, task.Prompt.UserMessage(data))];
    }
}
