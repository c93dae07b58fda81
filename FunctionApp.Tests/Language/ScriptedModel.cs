using System.Collections.Concurrent;
using System.Text.Json;
using FuseDeskFlows.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace FuseDeskFlows.Tests.Language;

/// <summary>An OpenAI-compatible server on loopback that answers as a test tells it; it knows OpenAI's addresses and Azure's.</summary>
internal sealed class ScriptedModel : IAsyncDisposable
{
    public const string Name = "test-model";
    public const string Key = "key-that-must-not-leak";

    private LoopbackServer? _server;

    private ScriptedModel()
    {
    }

    /// <summary>What was asked.</summary>
    public ConcurrentQueue<ModelRequest> Requests { get; } = [];

    /// <summary>How it answers.</summary>
    public Func<ModelRequest, HttpContext, Task> Answer { get; set; } = (_, context) => Say(context, 500, "{}");

    public Uri Url => _server!.Url;

    public (string, string)[] AsOpenAI => [("OpenAI:BaseUrl", $"{Url}v1"), ("OpenAI:Model", Name), ("OpenAI:ApiKey", Key)];

    public (string, string)[] AsAzure =>
        [("AzureOpenAI:Endpoint", Url.ToString()), ("AzureOpenAI:Deployment", Name), ("AzureOpenAI:ApiKey", Key)];

    public static async Task<ScriptedModel> StartAsync(Func<ModelRequest, HttpContext, Task>? answer = null)
    {
        var server = new ScriptedModel();
        server.Answer = answer ?? server.Answer;
        server._server = await LoopbackServer.StartAsync(server.HandleAsync);
        return server;
    }

    /// <summary>A server that always makes these statements.</summary>
    public static Task<ScriptedModel> StartAsync(params (string Text, int[] Evidence)[] statements) =>
        StartAsync((_, context) => Write(context, Statements(statements)));

    public static string Statements(params (string Text, int[] Evidence)[] statements) => JsonSerializer.Serialize(
        new { statements = statements.Select(statement => new { text = statement.Text, evidence = statement.Evidence }) });

    /// <summary>Answers as a model that wrote something.</summary>
    public static Task Write(HttpContext context, string? content, string finish = "stop", string? refusal = null) => Say(
        context,
        200,
        JsonSerializer.Serialize(
            new
            {
                id = "chatcmpl-1",
                @object = "chat.completion",
                created = 1_770_000_000,
                model = Name + "-2026",
                choices = new[]
                {
                    new
                    {
                        index = 0,
                        finish_reason = finish,
                        message = new
                        {
                            role = "assistant",
                            content,
                            refusal,
                        },
                    },
                },
                usage = new
                {
                    prompt_tokens = 100,
                    completion_tokens = 20,
                    total_tokens = 120,
                },
            }));

    public static Task Fail(HttpContext context, int status, string code, params (string Name, string Value)[] headers) =>
        Say(context, status, JsonSerializer.Serialize(new { error = new { code, message = "secret-text", type = "error" } }), headers);

    public static Task Say(HttpContext context, int status, string body, params (string Name, string Value)[] headers) =>
        LoopbackServer.SayAsync(context, status, body, headers: headers);

    /// <summary>Answers in pieces.</summary>
    public static async Task Stream(HttpContext context, IEnumerable<string> pieces)
    {
        context.Response.ContentType = "text/event-stream; charset=utf-8";
        await context.Response.WriteAsync(": waiting\n\n");
        foreach (var piece in pieces.Append("[DONE]"))
        {
            await context.Response.WriteAsync($"data: {piece}\n\n");
        }
    }

    public ValueTask DisposeAsync() => _server!.DisposeAsync();

    private async Task HandleAsync(HttpContext context)
    {
        var body = await JsonSerializer.DeserializeAsync<JsonElement>(context.Request.Body, cancellationToken: context.RequestAborted);
        var request = new ModelRequest(
            $"{context.Request.Method} {context.Request.Path}",
            context.Request.Headers["api-key"].ToString() + context.Request.Headers.Authorization,
            body);
        Requests.Enqueue(request);
        await Answer(request, context);
    }
}
