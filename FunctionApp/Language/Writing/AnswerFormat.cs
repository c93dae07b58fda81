using System.Text.Json;
using FuseDeskFlows.Language.Results;
using FuseDeskFlows.Unicode;
using Microsoft.Extensions.AI;

namespace FuseDeskFlows.Language.Writing;

/// <summary>The shape that every answer must have: statements, each with its evidence.</summary>
internal static class AnswerFormat
{
    private const int MaxAnswerLength = 100_000;

    /// <summary>The shape, as a model is told it. Strict: it cannot answer otherwise, if it keeps its promise.</summary>
    public static ChatResponseFormat Schema { get; } = ChatResponseFormat.ForJsonSchema(
        JsonElement.Parse("""
            {
              "type": "object",
              "properties": {
                "statements": {
                  "type": "array",
                  "items": {
                    "type": "object",
                    "properties": {
                      "text": { "type": "string" },
                      "evidence": { "type": "array", "items": { "type": "integer" } }
                    },
                    "required": ["text", "evidence"],
                    "additionalProperties": false
                  }
                }
              },
              "required": ["statements"],
              "additionalProperties": false
            }
            """),
        "statements",
        "What is stated, each statement with the history items that it rests on.");

    /// <summary>Parses an answer; nothing of it is trusted yet.</summary>
    /// <returns>The statements on one clean line each, with evidence in order; null if it is not of the shape.</returns>
    public static IReadOnlyList<SummaryStatement>? Parse(string answer)
    {
        if (answer.Length > MaxAnswerLength)
        {
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(answer, new() { MaxDepth = 8, AllowDuplicateProperties = false });
            return [.. document.RootElement.GetProperty("statements").EnumerateArray().Select(statement => new SummaryStatement
            {
                Text = SafeText.OneLine(statement.GetProperty("text").GetString() ?? ""),
                Evidence = [.. statement.GetProperty("evidence").EnumerateArray().Select(number => number.GetInt32()).Distinct().Order()],
            })];
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            return null;
        }
    }
}
