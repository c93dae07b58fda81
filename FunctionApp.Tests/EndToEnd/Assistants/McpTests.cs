using System.Net;
using System.Net.Http.Json;
using System.Text.Encodings.Web;
using System.Text.Json;
using ModelContextProtocol;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace FuseDeskFlows.Tests.EndToEnd.Assistants;

/// <summary>What another assistant sees of the app by the Model Context Protocol, with the client that Microsoft's SDK has.</summary>
public sealed class McpTests
{
    // An assistant pays for each word of the list in every conversation.
    private const int MaxListBytes = 48_000;

    private static readonly JsonSerializerOptions Plain = new(McpJsonUtilities.DefaultOptions)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    // A slow machine may not have come to a run by the end of a short call.
    private static readonly string?[] Unfinished = ["pending", "running"];

    [Fact]
    public async Task An_assistant_finds_the_tools_asks_whole_questions_and_reads_reports_as_resources()
    {
        await using var app = await TriageApp.StartAsync();
        await using var client = await ConnectAsync(app);

        var tools = await client.ListToolsAsync(cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(
            [
                "ask_agent", "audit_chats", "contact_timeline", "digest_cases", "draft_reply", "get_run", "summarize_chat", "triage_case",
                "waiting_now",
            ],
            tools.Select(tool => tool.Name).Order(StringComparer.Ordinal));
        Assert.All(tools, tool => Assert.True(
            tool.ProtocolTool is { Annotations: { ReadOnlyHint: true, DestructiveHint: false }, OutputSchema: not null }));
        Assert.InRange(tools.Sum(tool => JsonSerializer.SerializeToUtf8Bytes(tool.ProtocolTool, Plain).Length), 1, MaxListBytes);

        var progress = new List<string?>();
        var triage = await CallAsync(client, "triage_case", new() { ["email"] = "sarah@examplecorp.com" }, progress);
        Assert.Equal("completed", triage.GetProperty("status").GetString());
        Assert.Equal(84877, triage.GetProperty("report").GetProperty("case").GetProperty("id").GetInt32());

        var before = app.Sandbox.Stats.ProxyCalls();
        var chat = await CallAsync(client, "summarize_chat", new() { ["chatId"] = "10294", ["idempotencyKey"] = "k1" });
        var again = await CallAsync(client, "summarize_chat", new() { ["chatId"] = "10294", ["idempotencyKey"] = "k1" });
        Assert.Equal(1, app.Sandbox.Stats.ProxyCalls() - before);
        Assert.Equal(chat.GetProperty("runId").GetString(), again.GetProperty("runId").GetString());
        Assert.Equal("Elena Petrova", chat.GetProperty("report").GetProperty("customer").GetProperty("name").GetString());

        await CallAsync(client, "audit_chats", []);
        var waiting = await CallAsync(client, "waiting_now", []);
        Assert.NotEmpty(waiting.GetProperty("chats").EnumerateArray());

        var draft = await CallAsync(client, "draft_reply", new() { ["caseId"] = 84877 });
        Assert.StartsWith("draft-", draft.GetProperty("runId").GetString(), StringComparison.Ordinal);

        var runId = chat.GetProperty("runId").GetString()!;
        var resources = await client.ListResourcesAsync(cancellationToken: TestContext.Current.CancellationToken);
        Assert.Contains(resources, resource => resource.Uri.EndsWith(runId, StringComparison.Ordinal));
        var read = await client.ReadResourceAsync(
            $"fusedeskflows://runs/{runId}", cancellationToken: TestContext.Current.CancellationToken);
        var text = Assert.IsType<TextResourceContents>(Assert.Single(read.Contents)).Text;
        Assert.StartsWith("# Webhook signatures fail", text, StringComparison.Ordinal);
        var other = JsonElement.Parse(await ClientProcess.RunAsync(new(app.Http.BaseAddress!, "api/mcp")));
        Assert.Equal(tools.Count, other.GetProperty("tools").GetArrayLength());
        Assert.Equal("Webhook signatures fail after key rotation", other.GetProperty("title").GetString());
        Assert.StartsWith("# Webhook signatures fail", other.GetProperty("resource").GetString(), StringComparison.Ordinal);
        Assert.True(other.GetProperty("isError").GetBoolean());

        await Assert.ThrowsAnyAsync<McpException>(async () =>
            await client.ReadResourceAsync("fusedeskflows://runs/none", cancellationToken: TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Faults_are_results_that_say_what_to_do_and_nothing_is_started()
    {
        await using var app = await TriageApp.StartAsync();
        await using var client = await ConnectAsync(app);

        foreach (var (tool, arguments, says) in new (string, Dictionary<string, object?>, string)[]
        {
            ("triage_case", new() { ["emial"] = "sarah@examplecorp.com" }, "'emial' is not a field of this request"),
            ("triage_case", [], "Exactly one of"),
            ("summarize_chat", [], "chatId must be"),
            ("draft_reply", new() { ["caseId"] = "the newest" }, "caseId must be a positive whole number"),
            ("draft_reply", new() { ["caseId"] = 84877, ["send"] = true }, "'send' is not a field"),
            ("digest_cases", new() { ["openedOn"] = "someday" }, "openedOn"),
            ("contact_timeline", new() { ["email"] = "a@b.c", ["idempotencyKey"] = "" }, "idempotencyKey must be"),
            ("ask_agent", new() { ["prompt"] = "Who waits?", ["allowWrites"] = true }, "'allowWrites' is not a field"),
            ("ask_agent", new() { ["prompt"] = "Who waits?" }, "model"),
            ("get_run", new() { ["runId"] = "none" }, "There is no run 'none'"),
            ("get_run", [], "runId alone is needed"),
            ("get_run", new() { ["runId"] = " " }, "runId alone is needed"),
            ("get_run", new() { ["runId"] = new string('x', 100_000) }, "runId alone is needed"),
            ("summarize_chat", new() { ["chatId"] = -5, ["idempotencyKey"] = null, ["fast"] = true }, "'fast' is not a field"),
        })
        {
            var result = await client.CallToolAsync(tool, arguments, cancellationToken: TestContext.Current.CancellationToken);
            Assert.True(result.IsError);
            var text = Assert.IsType<TextContentBlock>(Assert.Single(result.Content)).Text;
            Assert.DoesNotContain("\\u", text, StringComparison.Ordinal);
            var problem = JsonElement.Parse(text);
            Assert.Contains(says, problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        }

        var fault = await Assert.ThrowsAsync<McpProtocolException>(async () => await client.CallToolAsync(
            "propose_write", cancellationToken: TestContext.Current.CancellationToken));
        Assert.Contains("There is no tool of this name; there are triage_case", fault.Message, StringComparison.Ordinal);
        Assert.Equal(0, app.Sandbox.Stats.ProxyCalls());
        Assert.Empty((await app.GetAsync("api/runs")).GetProperty("runs").EnumerateArray());
    }

    [Fact]
    public async Task A_run_that_outlives_its_call_says_what_it_waits_for_and_until_when_and_get_run_goes_on()
    {
        await using var app = await TriageApp.StartAsync(new() { Limit = 1, Window = TimeSpan.FromSeconds(6) }, ("Mcp:Wait", "00:00:01"));
        await using var client = await ConnectAsync(app);
        var progress = new List<string?>();

        var started = await CallAsync(client, "triage_case", new() { ["caseId"] = 84920 }, progress);

        Assert.Contains(started.GetProperty("status").GetString(), Unfinished);
        Assert.Equal(JsonValueKind.Null, started.GetProperty("report").ValueKind);
        var runId = started.GetProperty("runId").GetString()!;
        var answer = started;
        while (Unfinished.Contains(answer.GetProperty("status").GetString(), StringComparer.Ordinal))
        {
            Assert.Contains("get_run", answer.GetProperty("next").GetString(), StringComparison.Ordinal);
            answer = await CallAsync(client, "get_run", new() { ["runId"] = runId }, progress);
        }

        Assert.Equal(84920, answer.GetProperty("report").GetProperty("case").GetProperty("id").GetInt32());
        Assert.Contains(progress, message =>
            message?.StartsWith("waits until", StringComparison.Ordinal) is true
            && message.Contains("FuseDesk quota", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_page_of_another_origin_is_refused_and_only_JSON_of_a_fair_size_by_POST_is_served()
    {
        await using var app = await TriageApp.StartAsync();
        var ping = new { jsonrpc = "2.0", id = 1, method = "ping" };

        Assert.Equal(HttpStatusCode.Forbidden, await PostAsync("https://evil.example.com"));
        Assert.Equal(HttpStatusCode.OK, await PostAsync("http://localhost:6274"));
        Assert.Equal(HttpStatusCode.OK, await PostAsync(null));
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, await StatusAsync(new StringContent("""{ "jsonrpc": "2.0" }""")));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await StatusAsync(JsonContent.Create(new { much = new string('x', 300_000) })));
        using var get = await app.Http.GetAsync(new Uri("api/mcp", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal((HttpStatusCode.MethodNotAllowed, "POST"), (get.StatusCode, Assert.Single(get.Content.Headers.Allow)));

        Task<HttpStatusCode> PostAsync(string? origin) => StatusAsync(JsonContent.Create(ping), origin);

        async Task<HttpStatusCode> StatusAsync(HttpContent content, string? origin = null)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "api/mcp") { Content = content };
            request.Headers.Accept.ParseAdd("application/json, text/event-stream");
            if (origin is not null)
            {
                request.Headers.Add("Origin", origin);
            }

            using var response = await app.Http.SendAsync(request, TestContext.Current.CancellationToken);
            return response.StatusCode;
        }
    }

    private static async Task<McpClient> ConnectAsync(TriageApp app) => await McpClient.CreateAsync(
        new HttpClientTransport(new()
        {
            Endpoint = new(app.Http.BaseAddress!, "api/mcp"),
            TransportMode = HttpTransportMode.StreamableHttp,
        }),
        cancellationToken: TestContext.Current.CancellationToken);

    private static async Task<JsonElement> CallAsync(
        McpClient client, string tool, Dictionary<string, object?> arguments, List<string?>? progress = null)
    {
        var told = progress is null ? null : new Told(progress);
        var result = await client.CallToolAsync(tool, arguments, told, cancellationToken: TestContext.Current.CancellationToken);
        Assert.False(result.IsError is true, result.Content.OfType<TextContentBlock>().FirstOrDefault()?.Text);
        return Assert.IsType<JsonElement>(result.StructuredContent);
    }

    private sealed class Told(List<string?> messages) : IProgress<ProgressNotificationValue>
    {
        public void Report(ProgressNotificationValue value)
        {
            lock (messages)
            {
                messages.Add(value.Message);
            }
        }
    }
}
