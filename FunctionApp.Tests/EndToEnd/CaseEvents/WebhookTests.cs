using System.Net;
using System.Text.Json;
using FuseDeskFlows.Tests.Truto.Webhooks;
using FuseDeskFlows.Truto.Webhooks;
using FuseDeskFlows.TrutoSandbox;
using FuseDeskFlows.TrutoSandbox.Data;
using LocalHost.Tests.Support;

namespace FuseDeskFlows.Tests.EndToEnd.CaseEvents;

/// <summary>Which deliveries are taken, and which are refused and counted.</summary>
[Collection(nameof(CountedEvents))]
public sealed class WebhookTests : IAsyncLifetime
{
    private const string Refused = "fusedeskflows.webhook.refused";
    private const string Records = "fusedeskflows.webhook.records";

    private readonly TempFolder _folder = new();
    private readonly CountedEvents _counted = new();
    private SandboxServer _sandbox = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _sandbox = await SandboxServer.StartAsync(new(), Cancelled);

    public async ValueTask DisposeAsync()
    {
        await _sandbox.DisposeAsync();
        _counted.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Unsigned_wrongly_signed_stale_oversized_and_broken_deliveries_are_refused_counted_and_not_queued()
    {
        await using var app = await CaseEventApp.StartAsync(_folder, _sandbox);
        var good = Envelope(DateTimeOffset.UtcNow.ToString("O"));
        var other = TrutoSignature.Sign(good, "another secret");

        await RefusesAsync(app, good, "", 401, "not-signed", "unsigned");
        await RefusesAsync(app, good, other, 401, "not-signed", "wrong-signature");
        await RefusesAsync(app, good, "format=sha256,v=00", 401, "not-signed", "wrong-signature");
        await RefusesAsync(app, Envelope("2024-09-10 12:00:00"), null, 400, "stale-delivery", "stale");
        await RefusesAsync(app, Envelope("2024-09-10T12:00:00Z"), null, 400, "stale-delivery", "stale");
        await RefusesAsync(app, Envelope("2999-01-01T00:00:00Z"), null, 400, "stale-delivery", "stale");
        await RefusesAsync(app, Envelope("yesterday"), null, 400, "invalid-request", "invalid");
        await RefusesAsync(app, "[]", null, 400, "invalid-json", "invalid");
        await RefusesAsync(app, new string('[', 500_000) + new string(']', 500_000), null, 400, "deeper than 1000 levels", "invalid");
        await RefusesAsync(app, new string(' ', 1024 * 1024) + good, null, 413, "body-too-large", "too-large");

        await ChunkedTooLargeAsync(app);
        Assert.Equal([1, 2, 3, 3, 2], [Count("unsigned"), Count("wrong-signature"), Count("stale"), Count("invalid"), Count("too-large")]);
        Assert.Equal(0, _counted.Of(Records, "queued"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("@Microsoft.KeyVault(SecretUri=https://example.vault.azure.net/secrets/x)")]
    public async Task Without_the_secret_nothing_is_accepted_and_the_setting_is_named(string secret)
    {
        await using var app = await CaseEventApp.StartAsync(_folder, _sandbox, null, ("Truto:Webhook:Secret", secret));
        using var response = await app.DeliverAsync("d1", new { caseid = SandboxPeople.ArticleCase });

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Contains("Truto:Webhook:Secret", await response.Content.ReadAsStringAsync(Cancelled), StringComparison.Ordinal);
        Assert.Equal((1, 0), (Count("not-configured"), _counted.Of(Records, "queued")));
    }

    [Fact]
    public async Task Each_record_is_a_message_and_our_own_and_other_kinds_are_not()
    {
        await using var app = await CaseEventApp.StartAsync(_folder, _sandbox);
        var body = JsonSerializer.Serialize(new
        {
            id = "d1",
            event_type = "record:updated",
            created_at = DateTimeOffset.UtcNow.ToString("yyyy-MM-dd HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture),
            payload = new object[]
            {
                new { resource = "cases", id = SandboxPeople.ArticleCase },
                new { resource = "cases", id = SandboxPeople.SarahOldCase },
                new { resource = "contacts", id = 7 },
                new { resource = "cases", id = SandboxPeople.SarahNewestCase, raw = new { actor = new { name = "FuseDeskFlows" } } },
                new { resource = "cases", id = SandboxPeople.SarahNewestCase, raw = new { note = "Triaged. [fusedeskflows]" } },
            },
        });
        using var answer = await app.PostAsync(body);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        using var test = await app.PostAsync(
            JsonSerializer.Serialize(
                new
                {
                    id = "t",
                    @event = "test",
                    created_at = DateTimeOffset.UtcNow,
                    payload = new { foo = "bar" },
                }));
        Assert.Equal(HttpStatusCode.OK, test.StatusCode);

        await app.TriageAsync(SandboxPeople.ArticleCase);
        await app.TriageAsync(SandboxPeople.SarahOldCase);
        Assert.Equal([2, 2, 2], [_counted.Of(Records, "queued"), _counted.Of(Records, "own"), _counted.Of(Records, "other")]);
        Assert.Equal(2, (await app.EndedRunsAsync(2)).Count);
    }

    // PHP cuts texts by bytes or UTF-16 units. What a customer wrote must not keep her case from being triaged.
    [Fact]
    public async Task A_text_that_was_cut_through_a_character_keeps_no_record_out()
    {
        await using var app = await CaseEventApp.StartAsync(_folder, _sandbox);
        var body = $$"""
            {
              "id": "d1", "event": "record:updated", "created_at": "{{DateTimeOffset.UtcNow:O}}",
              "payload": { "raw": { "note": "cut \ud83d", "caseid": {{SandboxPeople.ArticleCase}}, "\ud83d": 1 } }
            }
            """;

        using var answer = await app.PostAsync(body);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        await app.TriageAsync(SandboxPeople.ArticleCase);
        Assert.Equal(1, _counted.Of(Records, "queued"));
    }

    private static string Envelope(string createdAt) =>
        JsonSerializer.Serialize(new { id = "d1", @event = "record:created", created_at = createdAt, payload = new { caseid = 84920 } });

    private static async Task RefusesAsync(CaseEventApp app, string body, string? signature, int status, string type, string reason)
    {
        using var response = await app.PostAsync(body, signature);
        var problem = await response.Content.ReadAsStringAsync(Cancelled);
        Assert.True(
            (int)response.StatusCode == status && problem.Contains(type, StringComparison.Ordinal),
            $"{reason}: {response.StatusCode} {problem}");
    }

    // No Content-Length tells of it, so only the reading itself can notice.
    private static async Task ChunkedTooLargeAsync(CaseEventApp app)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "api/webhooks/truto")
        {
            Content = new StreamContent(new MemoryStream(new byte[(1024 * 1024) + 1])),
        };
        request.Headers.TransferEncodingChunked = true;
        request.Headers.TryAddWithoutValidation(WebhookSignature.Header, "format=sha256,v=00");
        using var response = await app.Http.SendAsync(request, Cancelled);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
    }

    private long Count(string reason) => _counted.Of(Refused, reason);
}
