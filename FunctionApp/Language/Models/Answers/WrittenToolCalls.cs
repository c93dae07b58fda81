using System.Text.Json;
using System.Text.Json.Nodes;
using FuseDeskFlows.Language.Models.Dialects;

namespace FuseDeskFlows.Language.Models.Answers;

/// <summary>
/// Finds the tool calls that a model wrote into its text, because its server has no reader for them. They must end the text and name
/// declared tools: a customer's sentence that a model quotes is not a call.
/// </summary>
internal static class WrittenToolCalls
{
    private const string MistralMark = "[TOOL_CALLS]";
    private const string MistralArguments = "[ARGS]";

    private static readonly (string Open, string Close)[] Tags =
        [("<tool_call>", "</tool_call>"), ("<|python_tag|>", ""), ("<|tool_call|>", "<|/tool_call|>")];

    /// <summary>Finds them.</summary>
    /// <param name="tools">The names of the declared tools.</param>
    /// <returns>The text before them, and name and arguments of each; the whole text and none if there are none.</returns>
    public static (string Text, IReadOnlyList<(string Name, string Arguments)> Calls) Find(string text, IReadOnlyCollection<string> tools)
    {
        var (start, calls) = FindMistral(text) ?? FindTagged(text) ?? FindFunction(text) ?? (text.Length, []);
        return calls.Count > 0 && calls.All(call => tools.Contains(call.Name, StringComparer.Ordinal))
            ? (text[..start].TrimEnd(), calls)
            : (text, []);
    }

    // [TOOL_CALLS][{"name": ..., "arguments": {...}}], and newer: [TOOL_CALLS]name[ARGS]{...}
    private static (int, List<(string Name, string Arguments)>)? FindMistral(string text)
    {
        var start = text.IndexOf(MistralMark, StringComparison.Ordinal);
        if (start < 0)
        {
            return null;
        }

        var calls = new List<(string Name, string Arguments)>();
        foreach (var piece in text[start..].Split(MistralMark, StringSplitOptions.RemoveEmptyEntries))
        {
            var named = piece.IndexOf(MistralArguments, StringComparison.Ordinal);
            calls.AddRange(named > 0 ? [(piece[..named].Trim(), piece[(named + MistralArguments.Length)..].Trim())] : Read(piece));
        }

        return (start, calls);
    }

    private static (int, List<(string Name, string Arguments)>)? FindTagged(string text)
    {
        foreach (var (open, close) in Tags)
        {
            var start = text.IndexOf(open, StringComparison.Ordinal);
            if (start < 0)
            {
                continue;
            }

            var calls = new List<(string Name, string Arguments)>();
            foreach (var piece in text[start..].Split(open, StringSplitOptions.RemoveEmptyEntries))
            {
                var body = piece.Trim();

                // A last call whose end is missing is one all the same; what goes on behind its end is a text with a quotation.
                if (close.Length > 0 && body.IndexOf(close, StringComparison.Ordinal) is var end and >= 0)
                {
                    if (body[(end + close.Length)..].Trim().Length > 0)
                    {
                        return null;
                    }

                    body = body[..end];
                }

                calls.AddRange(Read(body));
            }

            return (start, calls);
        }

        return null;
    }

    // <function=name>{...}</function>
    private static (int, List<(string Name, string Arguments)>)? FindFunction(string text)
    {
        const string open = "<function=", close = "</function>";
        var start = text.IndexOf(open, StringComparison.Ordinal);
        var (name, end) = start < 0 ? (-1, -1) : (text.IndexOf('>', start), text.LastIndexOf(close, StringComparison.Ordinal));
        return name < 0 || end < name || end + close.Length < text.TrimEnd().Length
            ? null
            : (start, [(text[(start + open.Length)..name].Trim('"', ' '), text[(name + 1)..end].Trim())]);
    }

    private static List<(string Name, string Arguments)> Read(string json)
    {
        try
        {
            var node = JsonNode.Parse(JsonText.Find(json));
            IEnumerable<JsonNode?> calls = node is JsonArray several ? several : [node];
            return [.. calls.OfType<JsonObject>().Select(call => (MessageText.Plain(call["name"]) ?? "", Arguments(call)))];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    private static string Arguments(JsonObject call) =>
        ToolCallReader.Call("", "", call["arguments"] ?? call["parameters"])["function"]!["arguments"]!.GetValue<string>();
}
