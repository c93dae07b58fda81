using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using FuseDeskFlows.Tests.Language;
using FuseDeskFlows.Truto.Tools;
using FuseDeskFlows.TrutoSandbox;
using FuseDeskFlows.TrutoSandbox.Data;
using static FuseDeskFlows.Tests.EndToEnd.RunState;

namespace FuseDeskFlows.Tests.EndToEnd.Telemetry;

/// <summary>What a collector gets from the real app.</summary>
public sealed class TraceTests : IDisposable
{
    private static readonly string[] Tools =
    [
        ToolNames.ListContacts, ToolNames.ListCases, ToolNames.GetCase, ToolNames.ListDepartments, ToolNames.ListReps,
    ];

    private readonly DirectoryInfo _state = Directory.CreateTempSubdirectory("fusedeskflows-trace-");

    [Fact]
    public async Task A_run_is_one_trace_from_the_request_to_the_calls_and_its_counts_are_its_usage()
    {
        await using var collector = await Collector.StartAsync();
        await using var model = await ScriptedModel.StartAsync(("The customers were charged twice.", [1]));
        await using var sandbox = await SandboxServer.StartAsync(new() { Limit = 100 }, Cancelled);
        await using var host = AppProcess.Start(_state.FullName, sandbox, [.. collector.Settings, .. model.AsOpenAI.Select(Environment)]);

        var run = await EndAsync(host, await StartAsync(host, new { email = SandboxPeople.SarahEmail }));
        await collector.UntilAsync(it =>
            it.Spans.Any(span => span.Name is "orchestration:CaseTriage@(1.0)")
            && it.Metric("runs.completed") is 1
            && it.Logs.Any(line => line.Contains("completed", StringComparison.Ordinal)));

        var request = Assert.Single(collector.Spans, span => span.Kind == ReceivedSpan.Server && span.Name is "POST api/cases/triage");
        var trace = collector.Spans.Where(span => string.Equals(span.Trace, request.Trace, StringComparison.Ordinal)).ToList();
        ReceivedSpan One(string name) => Assert.Single(trace, span => string.Equals(span.Name, name, StringComparison.Ordinal));
        var orchestration = Run(trace, "orchestration:CaseTriage@(1.0)");
        AssertUnder(
            trace,
            orchestration,
            "create_orchestration:CaseTriage@1.0",
            "create_orchestration:CaseTriage",
            "function TriageCase",
            request.Name);
        foreach (var tool in Tools)
        {
            var call = Assert.Single(
                trace,
                span =>
                    span.Kind == ReceivedSpan.Client
                    && string.Equals(span.Parent, One($"tool {tool}").Id, StringComparison.Ordinal)
                    && !span.Tags["url.full"].Contains("tools", StringComparison.Ordinal));
            AssertUnder(trace, call, $"tool {tool}", $"function {tool}", $"activity:{tool}@(1.0)", orchestration.Name);
            Assert.Equal("System.Net.Http", call.Source);
        }

        var asked = trace.Where(span => span.Name.StartsWith("chat ", StringComparison.Ordinal)).ToList();
        Assert.Equal(model.Requests.Count, asked.Count); // one more than the run's: before it starts, the model is tried
        var chat = Assert.Single(asked, span => string.Equals(span.Parent, One("function summarize_case").Id, StringComparison.Ordinal));
        AssertUnder(trace, chat, "function summarize_case", "activity:summarize_case@(1.0)", orchestration.Name);
        Assert.Equal(("100", "20"), (chat.Tags["gen_ai.usage.input_tokens"], chat.Tags["gen_ai.usage.output_tokens"]));
        Assert.Equal(run.GetProperty("id").GetString(), orchestration.Tags["durabletask.task.instance_id"]);
        Assert.Equal("Completed", orchestration.Tags["durabletask.task.status"]);

        // Nothing of the run is elsewhere: no step of the orchestration, no replay, no server span of the sandbox, no trace without a
        // function.
        Assert.DoesNotContain(collector.Spans, span => span.Name is "function CaseTriage" or "step");
        Assert.All(collector.Spans.Where(span => span.Kind == ReceivedSpan.Client), span => Assert.NotEmpty(span.Parent));
        Assert.DoesNotContain(
            collector.Spans, span => span.Kind == ReceivedSpan.Server && span.Name.Contains("proxy", StringComparison.Ordinal));

        var usage = run.GetProperty("report").GetProperty("usage");
        Assert.Equal(5, usage.GetProperty("toolCalls").GetInt32());
        Assert.Equal(5, collector.Metric("fusedesk.calls", ("outcome", "success")));
        Assert.Equal(5, collector.Metric("fusedesk.calls"));
        Assert.Equal(1, collector.Metric("fusedesk.calls", ("tool", ToolNames.GetCase)));
        Assert.Equal(1, collector.Metric("runs.started", ("flow", "CaseTriage")));
        Assert.Equal(1, collector.Metric("runs.duration", ("flow", "CaseTriage"), ("outcome", "completed")));
        Assert.Equal(model.Requests.Count, collector.Metric("model.calls", ("deployment", ScriptedModel.Name), ("outcome", "success")));
        Assert.Equal(model.Requests.Count * 120, collector.Metric("model.tokens", ("deployment", ScriptedModel.Name)));
        var (tags, left) = collector.Points("fusedesk.quota.remaining")[^1];
        Assert.Equal((95, "fusedesk"), (left, tags["owner"]));
        Assert.Null(collector.Metric("runs.failed"));

        Assert.Equal(["/v1/logs", "/v1/metrics", "/v1/traces"], collector.Paths.Order(StringComparer.Ordinal));
        Assert.Equal(["application/x-protobuf"], collector.ContentTypes);
        Assert.Equal("flows-under-test", collector.Resource["service.name"]);
    }

    [Fact]
    public async Task Killed_in_a_quota_wait_a_run_keeps_its_trace_and_nothing_is_told_twice()
    {
        await using var before = await Collector.StartAsync();
        await using var after = await Collector.StartAsync();
        await using var sandbox = await SandboxServer.StartAsync(new() { Limit = 3, Window = TimeSpan.FromSeconds(12) }, Cancelled);
        Uri address;
        await using (var host = AppProcess.Start(_state.FullName, sandbox, before.Settings))
        {
            address = await StartAsync(host, new { email = SandboxPeople.SarahEmail });
            await host.UntilAsync(address, IsWaiting);
            await before.UntilAsync(it =>
                it.Metric("fusedesk.calls") >= 3
                && it.Spans.Count(span => span.Name.StartsWith("activity:", StringComparison.Ordinal)) >= 3
                && it.Logs.Any(line => line.Contains("waits until", StringComparison.Ordinal)));
            await host.KillAsync();
        }

        await using var next = AppProcess.Start(_state.FullName, sandbox, after.Settings);
        await next.WaitUntilServingAsync(Cancelled);
        var run = await EndAsync(next, address);
        await after.UntilAsync(it =>
            it.Spans.Any(span => span.Name is "orchestration:CaseTriage@(1.0)") && it.Metric("runs.completed") is 1);

        var trace = Assert.Single(before.Spans, span => span.Name is "create_orchestration:CaseTriage").Trace;
        var all = before.Spans.Concat(after.Spans).Where(span => string.Equals(span.Trace, trace, StringComparison.Ordinal)).ToList();
        var orchestration = Run(all, "orchestration:CaseTriage@(1.0)");
        Assert.All(
            all.Where(span => span.Name.StartsWith("activity:", StringComparison.Ordinal)),
            span => AssertUnder([.. all], span, orchestration.Name));
        Assert.Equal(
            [.. Tools.Append("summarize_case").Select(name => $"activity:{name}@(1.0)")],
            all.Where(span => span.Name.StartsWith("activity:", StringComparison.Ordinal))
                .Select(span => span.Name)
                .Distinct(StringComparer.Ordinal));
        Assert.DoesNotContain(
            before.Spans.Concat(after.Spans),
            span =>
                span.Name.StartsWith("activity:", StringComparison.Ordinal) && !string.Equals(span.Trace, trace, StringComparison.Ordinal));

        var usage = run.GetProperty("report").GetProperty("usage");
        double Sum(string metric) => (before.Metric(metric) ?? 0) + (after.Metric(metric) ?? 0);
        var waits = usage.GetProperty("rateLimitWaits").GetInt32();
        Assert.Equal(usage.GetProperty("toolCalls").GetInt32(), Sum("fusedesk.calls"));
        Assert.Equal(usage.GetProperty("toolCalls").GetInt32(), sandbox.Stats.ProxyCalls());
        Assert.Equal(waits, Sum("fusedesk.quota.wait"));
        Assert.Equal(waits, all.Count(span => span.Name is "orchestration:CaseTriage:timer"));
        Assert.Equal((1, 1, 1), (Sum("runs.started"), Sum("runs.completed"), Sum("runs.duration")));
        Assert.Equal(1, before.Metric("runs.started"));
        Assert.Equal(waits, before.Logs.Concat(after.Logs).Count(line => line.Contains("waits until", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task An_event_from_the_queue_is_one_trace_over_inbox_triage_and_kept_report()
    {
        await using var collector = await Collector.StartAsync();
        await using var sandbox = await SandboxServer.StartAsync(new(), Cancelled);
        await using var host = AppProcess.Start(
            _state.FullName,
            sandbox,
            [.. collector.Settings, ("CaseEvents__QuietPeriod", "00:00:00.2"), ("Truto__Webhook__Secret", "demo")]);
        await host.WaitUntilServingAsync(Cancelled);

        await DeliverAsync(host, SandboxPeople.ArticleCase);
        await collector.UntilAsync(it =>
            it.Spans.Any(span => span.Name is "orchestration:CaseEventFlow@(1.0)")
            && it.Metric("runs.completed", ("flow", "CaseEventFlow")) is 1);

        var trigger = Assert.Single(collector.Spans, span => span.Name is "function HandleCaseEvent");
        var trace = collector.Spans.Where(span => string.Equals(span.Trace, trigger.Trace, StringComparison.Ordinal)).ToList();
        Assert.Empty(trigger.Parent); // as on Azure: a queue's message carries no trace
        var flow = Run(trace, "orchestration:CaseEventFlow@(1.0)");
        AssertUnder(trace, flow, "create_orchestration:CaseEventFlow", trigger.Name);
        AssertUnder(trace, Run(trace, "orchestration:CaseTriage@(1.0)"), flow.Name);
        AssertUnder(trace, Run(trace, $"activity:{ToolNames.GetCase}@(1.0)"), "orchestration:CaseTriage@(1.0)", flow.Name);
        AssertUnder(trace, Run(trace, "entity:caseeventdebouncer:Enqueue"), flow.Name);
        Assert.Equal(1, collector.Metric("fusedeskflows.case_events", ("outcome", "started")));
    }

    public void Dispose() => _state.Delete(recursive: true);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private static (string Name, string Value) Environment((string Name, string Value) setting) =>
        (setting.Name.Replace(":", "__", StringComparison.Ordinal), setting.Value);

    private static async Task<Uri> StartAsync(AppProcess host, object body)
    {
        await host.WaitUntilServingAsync(Cancelled);
        using var response = await host.Client.PostAsJsonAsync("/api/cases/triage", body, Cancelled);
        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        return response.Headers.Location!;
    }

    private static async Task<JsonElement> EndAsync(AppProcess host, Uri address)
    {
        var run = await host.UntilAsync(address, HasEnded);
        Assert.Equal("completed", run.GetProperty("status").GetString());
        return run;
    }

    private static async Task DeliverAsync(AppProcess host, long caseId)
    {
        var body = JsonSerializer.Serialize(
            new
            {
                id = "d-1",
                @event = "record:updated",
                created_at = DateTimeOffset.UtcNow,
                payload = new { resource = "cases", raw = new { caseid = caseId } },
            });
        var signature = Convert.ToHexStringLower(
            System.Security.Cryptography.HMACSHA256.HashData("demo"u8, System.Text.Encoding.UTF8.GetBytes(body)));
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/webhooks/truto")
        {
            Content = new StringContent(body, System.Text.Encoding.UTF8, "application/json"),
        };
        request.Headers.Add("X-Truto-Signature", $"format=sha256,v={signature}");
        using var response = await host.Client.SendAsync(request, Cancelled);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    /// <summary>What was carried out; what the run sent for it has the same name, and is a client's span.</summary>
    private static ReceivedSpan Run(IEnumerable<ReceivedSpan> trace, string name) => Assert.Single(
        trace, span => span.Kind == ReceivedSpan.Server && string.Equals(span.Name, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>On the way from a span to its trace's root, these are met in their order.</summary>
    private static void AssertUnder(IReadOnlyList<ReceivedSpan> trace, ReceivedSpan span, params string[] names)
    {
        var met = new List<string>();
        for (var at = Parent(span); at is not null; at = Parent(at))
        {
            met.Add(at.Name);
        }

        var next = 0;
        foreach (var name in met.Where(name => next < names.Length && string.Equals(name, names[next], StringComparison.Ordinal)))
        {
            next++;
        }

        Assert.True(next == names.Length, $"{span.Name} is under {string.Join(", ", met)}; not under {string.Join(", ", names)}");

        ReceivedSpan? Parent(ReceivedSpan child) =>
            trace.FirstOrDefault(other => string.Equals(other.Id, child.Parent, StringComparison.Ordinal));
    }
}
