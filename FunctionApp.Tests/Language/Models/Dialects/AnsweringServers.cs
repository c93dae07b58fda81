using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace FuseDeskFlows.Tests.Language.Models.Dialects;

/// <summary>Servers whose good answers are not quite of OpenAI's shape.</summary>
internal static class AnsweringServers
{
    public const string Text = "The customer asks for help.";

    private const string Json = """{"statements":[{"text":"The customer asks for help.","evidence":[1]}]}""";

    public static IReadOnlyList<string> Pieces { get; } =
    [
        """{"id":"1","choices":[{"index":0,"delta":{"role":"assistant","content":""},"finish_reason":null}],"usage":null}""",
        """{"id":"1","choices":[{"index":0,"delta":{"content":null,"reasoning_content":"Let me see."},"finish_reason":null}]}""",
        Piece(Json[..20]),
        Piece(Json[20..]),
        """{"id":"1","choices":[{"index":0,"delta":{},"finish_reason":"stop"}]}""",
        """{"id":"1","choices":[],"usage":{"prompt_tokens":100,"completion_tokens":20,"total_tokens":120}}""",
    ];

    public static IReadOnlyList<ServerDialect> All { get; } =
    [
        Content(
            "Ollama with DeepSeek-R1: thinking before the JSON",
            """<think>\nPerhaps {"statements":[{"text":"No.","evidence":[99]}]}?\n</think>\n\n""" + Json),
        Content("vLLM with a template that opens the thinking itself", "Okay, the customer {asks}.\n</think>\n\n" + Json),
        Content("llama.cpp: a fence between sentences", $"Here is the JSON:\n```json\n{Json}\n```\nI hope this helps [1]."),
        Content(
            "gpt-oss without a reader of its channels",
            $"<|channel|>analysis<|message|>The customer asks.<|end|><|start|>assistant<|channel|>final<|message|>{Json}<|return|>"),
        Content("a template whose end is left in the text", Json + "<|im_end|>\n"),
        Content("Ollama: evidence as texts", """{"statements":[{"text":"The customer asks for help.","evidence":["1"]}]}"""),
        Content(
            "a small model: a number with a point as evidence, a comma too many",
            """{"statements":[{"text":"The customer asks for help.","evidence":[1.0]},]}"""),
        Content(
            "a small model: a list without an object, items by their names",
            """[{"text":"The customer asks for help.","evidence":["item 1"]}]"""),
        Message(
            "Mistral's Magistral: thinking as a part of the content",
            new
            {
                role = "assistant",
                content = new object[]
                {
                    new { type = "thinking", thinking = new[] { new { type = "text", text = "Let me see." } } },
                    new { type = "text", text = Json },
                },
            }),
        Message(
            "vLLM's reader of thinking: the answer where thinking is told",
            new
            {
                role = "assistant",
                content = (string?)null,
                reasoning_content = Json,
                tool_calls = Array.Empty<object>(),
            }),
        Content("a small model: the JSON once more as a text", JsonSerializer.Serialize(Json)),
        Message(
            "a gateway: the content as JSON that is no text any more",
            new { content = new { statements = new[] { new { text = Text, evidence = new[] { 1 } } } } }),
        Message(
            "OpenRouter: thinking beside the content",
            new
            {
                role = "assistant",
                content = Json,
                reasoning = "Let me see.",
                refusal = (string?)null,
            }),
        Message("Ollama: an end that it calls load or nothing", new { role = "assistant", content = Json }, finish: null),
        Message("TGI: an end that it calls by its token", new { role = "assistant", content = Json }, finish: "eos_token"),
        Raw(
            "LiteLLM: usage of nulls, fields of its own, no id",
            JsonSerializer.Serialize(
                new
                {
                    choices = new[]
                    {
                        new
                        {
                            finish_reason = "eos",
                            message = new
                            {
                                content = Json,
                                tool_calls = (string?)null,
                                function_call = (string?)null,
                                provider_specific_fields = new { refusal = (string?)null },
                            },
                        },
                    },
                    usage = new
                    {
                        prompt_tokens = (int?)null,
                        completion_tokens = 20.0,
                        prompt_tokens_details = (string?)null,
                    },
                })),
        Raw(
            "an old gateway: a text in place of a message, after blanks that keep the line open",
            "\n \n" + JsonSerializer.Serialize(new { choices = new[] { new { text = Json, finish_reason = "stop" } } })),
        new("a server that always streams", (_, context) => ScriptedModel.Stream(context, Pieces)),
    ];

    public static Task Good(HttpContext context) => ScriptedModel.Write(context, Json);

    private static string Piece(string content) => JsonSerializer.Serialize(
        new
        {
            choices = new[]
            {
                new
                {
                    index = 0,
                    delta = new { content },
                    finish_reason = (string?)null,
                },
            },
        });

    private static ServerDialect Content(string name, string content) =>
        Message(name, new { role = "assistant", content = content.Replace("\\n", "\n", StringComparison.Ordinal) });

    private static ServerDialect Message(string name, object message, string? finish = "stop") => Raw(
        name,
        JsonSerializer.Serialize(
            new
            {
                @object = "chat.completion",
                choices = new[]
                {
                    new
                    {
                        index = 0,
                        finish_reason = finish,
                        message,
                    },
                },
            }));

    private static ServerDialect Raw(string name, string body) => new(name, (_, context) => ScriptedModel.Say(context, 200, body));
}
