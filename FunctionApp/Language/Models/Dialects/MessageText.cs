using System.Text.Json.Nodes;

namespace FuseDeskFlows.Language.Models.Dialects;

/// <summary>Reads the text of a message: in one piece, in parts, or where thinking is usually told.</summary>
internal static class MessageText
{
    private static readonly string[] Thinking = ["reasoning_content", "reasoning", "thinking"];

    /// <summary>Reads it.</summary>
    /// <param name="mayBeThinking">Whether the answer may stand where thinking is told: servers put it there whose reader of thinking
    /// waits for an end that the model did not write.</param>
    public static string? Read(JsonObject message, bool mayBeThinking)
    {
        var text = Plain(message["content"]);
        return string.IsNullOrWhiteSpace(text) && mayBeThinking ? Thought(message) ?? text : text;
    }

    /// <summary>The text of a field: itself, or its parts that are an answer; null if it has none.</summary>
    public static string? Plain(JsonNode? content) => content switch
    {
        JsonValue value when value.TryGetValue<string>(out var text) => text,
        JsonArray parts => string.Concat(parts.Select(Part)),
        JsonObject part => Part(part) ?? (part.ContainsKey("type") ? null : part.ToJsonString()),
        _ => null,
    };

    public static string? Thought(JsonObject message) =>
        Thinking.Select(name => Plain(message[name])).FirstOrDefault(text => !string.IsNullOrWhiteSpace(text));

    private static string? Part(JsonNode? part) => part switch
    {
        JsonValue => Plain(part),
        JsonObject fields when Plain(fields["type"]) is null or "text" or "output_text" => Plain(
            fields["text"] is JsonObject inner ? inner["value"] : fields["text"]) ?? Plain(fields["content"]),
        _ => null,
    };
}
