using System.Text.Json;
using FuseDeskFlows.Tests.Language;
using Microsoft.AspNetCore.Http;

namespace FuseDeskFlows.Tests.EndToEnd.Agent;

/// <summary>A model that plays an agent's part: what it says next depends on nothing but the transcript that it is sent.</summary>
internal static class AgentScript
{
    /// <summary>The question whether the model works at all.</summary>
    public static bool IsReadiness(ModelRequest request) => request.Body.GetProperty("messages").GetArrayLength() == 1;

    /// <summary>How many turns the transcript has.</summary>
    public static int Turns(ModelRequest request) => Messages(request).Count(message => Role(message) is "assistant");

    /// <summary>The results that the model is sent, in their order.</summary>
    public static IReadOnlyList<string> Results(ModelRequest request) =>
        [.. Messages(request).Where(message => Role(message) is "tool").Select(Content)];

    public static string LastUser(ModelRequest request) => Content(Messages(request).Last(message => Role(message) is "user"));

    /// <summary>The lines of a result, each an object; the first tells of the whole.</summary>
    public static IReadOnlyList<JsonElement> Lines(string result) =>
        [.. result.Split('\n').Where(line => line.StartsWith('{')).Select(line => JsonElement.Parse(line))];

    /// <summary>All that the model reads: messages, arguments, and the tools.</summary>
    public static string AllTexts(ModelRequest request)
    {
        var calls = Messages(request)
            .Where(message => message.TryGetProperty("tool_calls", out _))
            .SelectMany(message => message.GetProperty("tool_calls").EnumerateArray())
            .Select(call => $"{call.GetProperty("function").GetProperty("name")} {call.GetProperty("function").GetProperty("arguments")}");
        var tools = request.Body.TryGetProperty("tools", out var declared)
            ? declared.EnumerateArray().Select(tool => JsonSerializer.Serialize(tool.GetProperty("function"), JsonSerializerOptions.Web))
            : [];
        return string.Join('\n', [.. Messages(request).Select(Content), .. calls, .. tools]);
    }

    /// <summary>The ids of the calls without a result and of the results without a call, and ids that are there twice.</summary>
    public static IReadOnlyList<string> Unpaired(ModelRequest request)
    {
        var faults = new List<string>();
        var open = new List<string>();
        foreach (var message in Messages(request))
        {
            if (Role(message) is "tool")
            {
                var id = message.GetProperty("tool_call_id").GetString()!;
                faults.AddRange(open.Remove(id) ? [] : [id]);
                continue;
            }

            faults.AddRange(open);
            open = message.TryGetProperty("tool_calls", out var calls)
                ? [.. calls.EnumerateArray().Select(call => call.GetProperty("id").GetString()!)]
                : [];
            faults.AddRange(open.GroupBy(id => id, StringComparer.Ordinal).Where(same => same.Count() > 1).Select(same => same.Key));
        }

        return [.. faults, .. open];
    }

    /// <summary>Starts a model that takes one step after another, and the last one again and again.</summary>
    public static Task<ScriptedModel> StartAsync(params Func<ModelRequest, HttpContext, Task>[] steps) =>
        ScriptedModel.StartAsync((request, context) =>
        IsReadiness(request) ? ScriptedModel.Write(context, "OK") : steps[Math.Min(Turns(request), steps.Length - 1)](request, context));

    /// <summary>Asks for tools.</summary>
    public static Task Call(HttpContext context, params (string Tool, object Arguments)[] calls) => Write(
        context,
        JsonSerializer.Serialize(calls.Select((call, index) => new
        {
            id = $"call_{index + 1}",
            type = "function",
            function = new { name = call.Tool, arguments = call.Arguments as string ?? JsonSerializer.Serialize(call.Arguments) },
        })));

    /// <summary>Answers.</summary>
    public static Task Say(HttpContext context, params (string Text, string[] Evidence)[] statements) => ScriptedModel.Write(
        context, JsonSerializer.Serialize(
            new { statements = statements.Select(statement => new { text = statement.Text, evidence = statement.Evidence }) }));

    private static Task Write(HttpContext context, string calls) => ScriptedModel.Say(context, 200, $$$"""
        {"id":"chatcmpl-1","object":"chat.completion","created":1770000000,"model":"test-model-2026",
         "choices":[{"index":0,"finish_reason":"tool_calls","message":{"role":"assistant","content":null,"tool_calls":{{{calls}}}}}],
         "usage":{"prompt_tokens":100,"completion_tokens":20,"total_tokens":120}}
        """);

    private static List<JsonElement> Messages(ModelRequest request) => [.. request.Body.GetProperty("messages").EnumerateArray()];

    private static string Role(JsonElement message) => message.GetProperty("role").GetString()!;

    private static string Content(JsonElement message) => !message.TryGetProperty("content", out var content) ? "" : content switch
    {
        { ValueKind: JsonValueKind.String } text => text.GetString()!,
        { ValueKind: JsonValueKind.Array } parts => string.Concat(
            parts.EnumerateArray().Select(part => part.GetProperty("text").GetString())),
        _ => "",
    };
}
