using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using FuseDeskFlows.Language.Results;
using FuseDeskFlows.Unicode;
using Microsoft.Extensions.AI;

namespace FuseDeskFlows.Language.Writing;

/// <summary>The shape that every answer must have: statements, each with its evidence.</summary>
internal static class AnswerFormat
{
    private const int MaxAnswerLength = 100_000;

    private static readonly JsonDocumentOptions Options = new()
    {
        MaxDepth = 8,
        AllowDuplicateProperties = false,
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
    };

    private static readonly Regex ItemPrefix = new(
        @"^\s*(item|history item|no\.)?\s*#?\s*",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
        TimeSpan.FromSeconds(30));

    /// <summary>The shape, as a model is told it. Strict: it cannot answer otherwise, if it keeps its promise.</summary>
    public static ChatResponseFormat Schema { get; } =
        SchemaOf("integer", "What is stated, each statement with the history items that it rests on.");

    /// <summary>The shape for evidence of some type.</summary>
    /// <param name="evidence">The JSON type of a piece of evidence.</param>
    /// <param name="description">What the answer is, for the model.</param>
    public static ChatResponseFormat SchemaOf(string evidence, string description) => ChatResponseFormat.ForJsonSchema(
        JsonElement.Parse($$"""
            {
              "type": "object",
              "properties": {
                "statements": {
                  "type": "array",
                  "items": {
                    "type": "object",
                    "properties": {
                      "text": { "type": "string" },
                      "evidence": { "type": "array", "items": { "type": "{{evidence}}" } }
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
        description);

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
            using var document = JsonDocument.Parse(answer, Options);
            var root = document.RootElement;
            var statements = root.ValueKind == JsonValueKind.Array && root.GetArrayLength() > 0 ? root : root.GetProperty("statements");
            return [.. statements.EnumerateArray().Select(statement => new SummaryStatement
            {
                Text = SafeText.OneLine(statement.GetProperty("text").GetString() ?? ""),
                Evidence = [.. statement.GetProperty("evidence").EnumerateArray().Select(Number).Distinct().Order()],
            })];
        }
        catch (Exception fault)
            when (fault is JsonException or InvalidOperationException or KeyNotFoundException or FormatException or OverflowException)
        {
            return null;
        }
    }

    // Where no server sees to the schema, models write numbers as texts or as the item has them.
    private static int Number(JsonElement number) => number.ValueKind switch
    {
        JsonValueKind.Number => decimal.ToInt32(number.GetDecimal()) is var whole && whole == number.GetDecimal()
            ? whole
            : throw new FormatException(),
        JsonValueKind.Object => Number(number.GetProperty("item")),
        _ => int.Parse(ItemPrefix.Replace(number.GetString() ?? "", ""), NumberStyles.None, CultureInfo.InvariantCulture),
    };
}
