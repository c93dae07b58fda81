using System.Net;
using System.Text.Json;
using FuseDeskFlows.Activities.Audit;
using FuseDeskFlows.Orchestrations.Audit;
using FuseDeskFlows.TrutoSandbox;
using Microsoft.DurableTask;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using static FuseDeskFlows.Tests.EndToEnd.RunState;

namespace FuseDeskFlows.Tests.EndToEnd.Audit;

/// <summary>Reports reach the webhook once, or it is said that they did not.</summary>
public sealed class AuditDeliveryTests
{
    private const string Slack = "https://hooks.slack.com/services/T0/B0/secret";

    [Fact]
    public async Task A_report_is_posted_once_and_its_address_stays_secret()
    {
        using var webhook = new StubWebhook();
        await using var app = await StartAsync(webhook, Slack);

        var report = await app.ReportAsync("api/chats/audit", new { });
        var delivery = await EndedAsync(app, report);

        var (address, body, key) = Assert.Single(webhook.Posts);
        Assert.Equal((new Uri(Slack), Id(report)), (address, key));
        Assert.Contains("Elena", JsonElement.Parse(body).GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Equal("completed", delivery.GetProperty("status").GetString());
        var instance = await app.GetAsync(
            $"/runtime/webhooks/durabletask/instances/{Id(report)}?showHistory=true&showHistoryOutput=true&showInput=true");
        Assert.DoesNotContain("secret", instance.GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain("secret", app.Host.Output + app.Host.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Teams_gets_an_adaptive_card()
    {
        using var webhook = new StubWebhook();
        await using var app = await StartAsync(webhook, "https://prod-1.westeurope.logic.azure.com/workflows/x");

        await EndedAsync(app, await app.ReportAsync("api/chats/audit", new { }));

        var card = JsonElement.Parse(Assert.Single(webhook.Posts).Body).GetProperty("attachments")[0].GetProperty("content");
        Assert.Equal("AdaptiveCard", card.GetProperty("type").GetString());
        Assert.Contains("wait for an answer", card.GetProperty("body")[0].GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_surely_did_not_arrive_is_posted_again_after_the_pause_that_the_webhook_asks_for()
    {
        using var webhook = new StubWebhook(
            () => new(HttpStatusCode.TooManyRequests) { Headers = { RetryAfter = new(TimeSpan.FromMinutes(20)) } },
            () => throw new HttpRequestException(HttpRequestError.ConnectionError));
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var app = await StartAsync(webhook, Slack, time);

        var report = await app.ReportAsync("api/chats/audit", new { });
        for (var wait = 0; wait < 2; wait++)
        {
            var run = await app.UntilAsync($"/api/runs/{Id(report)}", run => IsWaiting(run) && webhook.Posts.Count == wait + 1);
            var until = run.GetProperty("waiting").GetProperty("until").GetDateTimeOffset();
            Assert.True(wait == 1 || until >= time.GetUtcNow() + TimeSpan.FromMinutes(19.9));
            time.Advance(until - time.GetUtcNow());
            await app.UntilAsync($"/api/runs/{Id(report)}", _ => webhook.Posts.Count == wait + 2);
        }

        Assert.Equal("completed", (await EndedAsync(app, report)).GetProperty("status").GetString());
        Assert.Equal(3, webhook.Posts.Count);
    }

    [Theory]
    [InlineData(HttpStatusCode.GatewayTimeout, "Nothing tells")]
    [InlineData(HttpStatusCode.Forbidden, "403")]
    [InlineData(HttpStatusCode.Found, "302")]
    public async Task What_may_have_arrived_or_never_will_is_not_posted_again(HttpStatusCode status, string told)
    {
        using var webhook = new StubWebhook(() => new(status));
        await using var app = await StartAsync(webhook, Slack);

        var delivery = await EndedAsync(app, await app.ReportAsync("api/chats/audit", new { }));

        Assert.Equal("failed", delivery.GetProperty("status").GetString());
        Assert.Contains(told, delivery.GetProperty("error").GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Single(webhook.Posts);
    }

    [Fact]
    public async Task An_attempt_that_a_dead_host_had_begun_sends_nothing_when_it_runs_again()
    {
        using var webhook = new StubWebhook();
        await using var app = await StartAsync(webhook, Slack);
        var post = new PostAuditInput { DeliveryId = "audit-1-delivery", Attempt = 1, Body = "{}" };
        await app.Client.ScheduleNewOrchestrationInstanceAsync(
            MarkDeliveryAttemptOrchestration.Name,
            null,
            new StartOrchestrationOptions("audit-1-delivery-1"),
            TestContext.Current.CancellationToken);

        var outcome = await new PostAuditActivity(app.Host.Get<AuditWebhook>()).RunAsync(
            post, app.Client, TestContext.Current.CancellationToken);

        Assert.Equal(WebhookPostStatus.Unknown, outcome.State);
        Assert.Empty(webhook.Posts);
    }

    [Fact]
    public async Task Nothing_is_posted_where_nothing_waits_and_nothing_was_resolved()
    {
        using var webhook = new StubWebhook();
        await using var app = await StartAsync(webhook, Slack);
        await app.AddFaultAsync(new { route = "GET /proxy/chats", body = new { result = Array.Empty<object>() } });

        var report = await app.ReportAsync("api/chats/audit", new { });

        Assert.Equal(JsonValueKind.Null, report.GetProperty("deliveryRun").ValueKind);
        Assert.Empty(webhook.Posts);
    }

    private static Task<TriageApp> StartAsync(StubWebhook webhook, string address, TimeProvider? time = null) => TriageApp.StartAsync(
        new SandboxOptions { Time = time ?? TimeProvider.System },
        builder => builder.Services.AddHttpClient<AuditWebhook>().ConfigurePrimaryHttpMessageHandler(() => webhook),
        ("EscalationAudit:WebhookUrl", address));

    private static string Id(JsonElement report) => report.GetProperty("deliveryRun").GetString()!;

    private static Task<JsonElement> EndedAsync(TriageApp app, JsonElement report) => app.UntilAsync(
        $"/api/runs/{Id(report)}",
        run => run.TryGetProperty("status", out var status) && status.GetString() is "completed" or "failed");
}
