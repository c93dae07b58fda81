using System.Text.Json;
using System.Text.Json.Nodes;

namespace FuseDeskFlows.Language.Models.Dialects;

/// <summary>Reads what a server answers with status 200: a completion in one piece or as a stream, or an error.</summary>
internal static class CompletionReader
{
    private static readonly string[] ErrorFields = ["detail", "message", "msg", "code", "status", "errors"];

    public static Completion Read(string text, string? mediaType)
    {
        try
        {
            var isStream = mediaType is "text/event-stream" || EventStream.IsOne(text);
            return Read(isStream ? EventStream.Merge(text) : Root(JsonNode.Parse(text)));
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException or FormatException or ArgumentException)
        {
            return Completion.Failed(Completion.NoProtocol);
        }
    }

    // Some put an error into a list.
    private static JsonObject? Root(JsonNode? answer) => (answer is JsonArray { Count: > 0 } list ? list[0] : answer) as JsonObject;

    private static Completion Read(JsonObject? root)
    {
        if (root is null)
        {
            return Completion.Failed(Completion.NoProtocol);
        }

        if (FindError(root) is { } error)
        {
            return new(ErrorStatus.Of(error), error);
        }

        return root["choices"] switch
        {
            JsonArray { Count: > 0 } choices when choices[0] is JsonObject choice => new(200, Normalize(root, choice)),
            JsonArray or null when root.ContainsKey("choices") => Completion.Failed(Completion.NoChoices),
            _ => Completion.Failed(Completion.NoProtocol),
        };
    }

    // Gateways tell what the server behind them says in the answer itself, beside choices or in their place.
    private static JsonObject? FindError(JsonObject root)
    {
        if (HasError(root))
        {
            return root;
        }

        if (root["choices"] is JsonArray { Count: > 0 } choices)
        {
            return choices[0] is JsonObject choice && HasError(choice) ? choice : null;
        }

        return !root.ContainsKey("choices") && ErrorFields.Any(root.ContainsKey) ? root : null;
    }

    public static bool HasError(JsonObject fields) =>
        fields["error"] is JsonObject { Count: > 0 }
        || (fields["error"] is JsonValue told && told.ToString() is { Length: > 0 } and not "false");

    private static JsonObject Normalize(JsonObject root, JsonObject choice)
    {
        var message =
            choice["message"] as JsonObject ?? choice["delta"] as JsonObject ?? new() { ["content"] = choice["text"]?.DeepClone() };
        var finish = FinishReasons.Normalize((choice["finish_reason"] as JsonValue)?.ToString());
        var calls = ToolCallReader.Read(message);
        var content = MessageText.Read(message, mayBeThinking: calls.Count == 0 && finish is not FinishReasons.Length);
        var normal = new JsonObject { ["role"] = "assistant", ["content"] = content, ["refusal"] = MessageText.Plain(message["refusal"]) };
        if (calls.Count > 0)
        {
            normal["tool_calls"] = calls;
        }

        return new()
        {
            ["id"] = "completion",
            ["object"] = "chat.completion",
            ["created"] = 0,
            ["model"] = "model",
            ["choices"] = new JsonArray(new JsonObject { ["index"] = 0, ["finish_reason"] = finish, ["message"] = normal }),
            ["usage"] = Usage(root["usage"] as JsonObject),
        };
    }

    private static JsonObject Usage(JsonObject? usage)
    {
        var read = Count(usage, "prompt_tokens") is var prompt and > 0 ? prompt : Count(usage, "input_tokens");
        var written = Count(usage, "completion_tokens") is var completion and > 0 ? completion : Count(usage, "output_tokens");
        return new()
        {
            ["prompt_tokens"] = read,
            ["completion_tokens"] = written,
            ["total_tokens"] = Math.Max(Count(usage, "total_tokens"), Math.Min((long)read + written, int.MaxValue)),
        };
    }

    private static int Count(JsonObject? usage, string name) =>
        usage?[name] is JsonValue value && value.GetValueKind() == JsonValueKind.Number && value.TryGetValue<double>(out var count)
            ? (int)Math.Clamp(count, 0, int.MaxValue)
            : 0;
}
