using System.Text.Json;
using FuseDeskFlows.Language.Writing;
using FuseDeskFlows.Unicode;
using Microsoft.Extensions.AI;

namespace FuseDeskFlows.Activities.Agent.Answers;

/// <summary>The form in which an agent answers: statements, each with what shows it.</summary>
internal static class AgentAnswerFormat
{
    private const int MaxLength = 100_000;

    private static readonly JsonDocumentOptions Lenient =
        new() { MaxDepth = 8, AllowDuplicateProperties = false, AllowTrailingCommas = true };

    /// <summary>The form, for servers that can be held to one.</summary>
    public static ChatResponseFormat Schema { get; } =
        AnswerFormat.SchemaOf("string", "The answer, each statement with the cites of the lines that it rests on.");

    /// <summary>Reads an answer, also one with a fence or words around it.</summary>
    /// <returns>The statements; null if it is not of the form.</returns>
    public static IReadOnlyList<ProposedStatement>? Parse(string answer)
    {
        var start = answer.IndexOf('{', StringComparison.Ordinal);
        var end = answer.LastIndexOf('}');
        if (answer.Length > MaxLength || start < 0 || end < start)
        {
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(answer.AsMemory(start, end - start + 1), Lenient);
            return [.. document.RootElement.GetProperty("statements").EnumerateArray().Select(Read)];
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            return null;
        }
    }

    private static ProposedStatement Read(JsonElement statement) => new(
        SafeText.OneLine(statement.GetProperty("text").GetString() ?? ""),
        [
            .. statement.GetProperty("evidence").EnumerateArray()
                .Select(cite => cite.GetString()?.Trim() ?? "")
                .Distinct(StringComparer.Ordinal),
        ]);
}
