using System.Text.Json.Nodes;

namespace FuseDeskFlows.Language.Models.Dialects;

/// <summary>Reads the tool calls of a message. Ids may be missing: who knows the conversation makes them up.</summary>
internal static class ToolCallReader
{
    public static JsonArray Read(JsonObject message)
    {
        var calls = new JsonArray();
        IEnumerable<JsonNode?> declared = message["tool_calls"] switch
        {
            JsonArray several => several,
            JsonObject one => [one],
            _ => message["function_call"] is JsonObject former ? [new JsonObject { ["function"] = former.DeepClone() }] : [],
        };
        foreach (var call in declared.OfType<JsonObject>())
        {
            var function = call["function"] as JsonObject ?? call;
            if (MessageText.Plain(function["name"]) is { Length: > 0 } name)
            {
                calls.Add((JsonNode)Call((call["id"] as JsonValue)?.ToString() ?? "", name, function["arguments"]));
            }
        }

        return calls;
    }

    public static JsonObject Call(string id, string name, JsonNode? arguments) => new()
    {
        ["id"] = id,
        ["type"] = "function",
        ["function"] = new JsonObject
        {
            ["name"] = name,
            ["arguments"] = arguments switch
            {
                null => "",
                JsonValue value when value.TryGetValue<string>(out var text) => text,
                _ => arguments.ToJsonString(),
            },
        },
    };
}
