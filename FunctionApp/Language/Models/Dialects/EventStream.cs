using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace FuseDeskFlows.Language.Models.Dialects;

/// <summary>Puts the pieces of a streamed answer together.</summary>
internal sealed class EventStream
{
    private const string Done = "[DONE]";

    private readonly StringBuilder _content = new();
    private readonly StringBuilder _thinking = new();
    private readonly StringBuilder _refusal = new();
    private readonly List<(string Key, JsonObject Call, StringBuilder Arguments)> _calls = [];
    private JsonObject? _whole;
    private JsonNode? _usage;
    private string? _finish;
    private bool _ended;

    public static bool IsOne(string text)
    {
        var start = text.AsSpan().TrimStart();
        return start.StartsWith("data:", StringComparison.Ordinal)
            || start.StartsWith("event:", StringComparison.Ordinal)
            || start.StartsWith(':');
    }

    /// <summary>Gives the answer as if it had come in one piece.</summary>
    public static JsonObject Merge(string text)
    {
        var stream = new EventStream();
        foreach (var line in text.Split('\n'))
        {
            if (!line.StartsWith("data:", StringComparison.Ordinal) || line.AsSpan(5).Trim() is not { Length: > 0 } data)
            {
                continue;
            }

            if (data.SequenceEqual(Done))
            {
                stream._ended = true;
                break;
            }

            if (JsonNode.Parse(data.ToString()) is JsonObject chunk && stream.Add(chunk) is { } error)
            {
                return error;
            }
        }

        return stream.Whole();
    }

    // Gives the error that ends the stream.
    private JsonObject? Add(JsonObject chunk)
    {
        if (CompletionReader.HasError(chunk))
        {
            return chunk;
        }

        _usage = chunk["usage"] is JsonObject usage ? usage : _usage;
        if (chunk["choices"] is not JsonArray { Count: > 0 } choices || choices[0] is not JsonObject choice)
        {
            return null;
        }

        if ((choice["finish_reason"] as JsonValue)?.ToString() is { Length: > 0 } finish)
        {
            (_finish, _ended) = (finish, true);
        }

        if (CompletionReader.HasError(choice))
        {
            return choice;
        }

        if (choice["delta"] is JsonObject delta)
        {
            _content.Append(MessageText.Plain(delta["content"]));
            _thinking.Append(
                MessageText.Thought(delta) ?? MessageText.Plain(delta["reasoning_content"]) ?? MessageText.Plain(delta["reasoning"]));
            _refusal.Append(MessageText.Plain(delta["refusal"]));
            AddCalls(delta["tool_calls"] as JsonArray);
        }
        else if (choice["message"] is JsonObject message)
        {
            _whole = message;
        }

        return null;
    }

    private void AddCalls(JsonArray? pieces)
    {
        foreach (var piece in pieces?.OfType<JsonObject>() ?? [])
        {
            var id = (piece["id"] as JsonValue)?.ToString() ?? "";
            var function = piece["function"] as JsonObject ?? [];
            var name = MessageText.Plain(function["name"]) ?? "";
            var key = (piece["index"] as JsonValue)?.ToString() ?? (id.Length > 0 ? id : null);

            // Without an index and an id, a piece with a name begins a call, and one without goes on with the last.
            var at = key is not null ? _calls.FindIndex(call => string.Equals(call.Key, key, StringComparison.Ordinal))
                : name.Length > 0 ? -1 : _calls.Count - 1;
            if (at < 0)
            {
                key ??= string.Create(CultureInfo.InvariantCulture, $"call {_calls.Count}");
                _calls.Add((key, new() { ["id"] = id, ["name"] = name }, new()));
                at = _calls.Count - 1;
            }

            _calls[at].Arguments.Append(ToolCallReader.Call(id, name, function["arguments"])["function"]!["arguments"]!.GetValue<string>());
        }
    }

    private JsonObject Whole()
    {
        if (!_ended && _whole is null)
        {
            return new() { ["error"] = new JsonObject { ["code"] = Completion.CutOff, ["status"] = 502 } };
        }

        var message = _whole?.DeepClone() as JsonObject ?? new JsonObject
        {
            ["content"] = _content.ToString(),
            ["reasoning_content"] = _thinking.ToString(),
            ["refusal"] = _refusal.Length == 0 ? null : _refusal.ToString(),
            ["tool_calls"] = new JsonArray([.. _calls.Select(call => ToolCallReader.Call(
                call.Call["id"]!.GetValue<string>(), call.Call["name"]!.GetValue<string>(), call.Arguments.ToString()))]),
        };
        return new()
        {
            ["choices"] = new JsonArray(new JsonObject { ["finish_reason"] = _finish, ["message"] = message }),
            ["usage"] = _usage?.DeepClone(),
        };
    }
}
