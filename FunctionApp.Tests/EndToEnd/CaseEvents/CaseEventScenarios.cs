using System.Net;
using System.Text.Json;
using FuseDeskFlows.Events;
using FuseDeskFlows.TrutoSandbox;
using FuseDeskFlows.TrutoSandbox.Data;
using LocalHost.Tests.Support;

namespace FuseDeskFlows.Tests.EndToEnd.CaseEvents;

/// <summary>What case events have to do on every kind of queue.</summary>
[Collection(nameof(CountedEvents))]
public abstract class CaseEventScenarios : IAsyncLifetime
{
    private const string GetCase = "GET /proxy/cases/{id}";

    private readonly TempFolder _folder = new();
    private SandboxServer _sandbox = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private protected abstract string? Connection { get; }

    /// <summary>Longer than the queue takes to hand over all events of a burst.</summary>
    private protected virtual string QuietPeriod => "00:00:02";

    public async ValueTask InitializeAsync() => _sandbox = await SandboxServer.StartAsync(new(), Cancelled);

    public async ValueTask DisposeAsync()
    {
        await _sandbox.DisposeAsync();
        _folder.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_signed_delivery_ends_in_a_triage_with_a_priority_and_an_active_rep()
    {
        await using var app = await StartAsync();
        var address = new Uri($"api/cases/{SandboxPeople.SarahNewestCase}/triage", UriKind.Relative);
        using (var before = await app.Http.GetAsync(address, Cancelled))
        {
            Assert.Equal(HttpStatusCode.NotFound, before.StatusCode);
        }

        await app.AcceptAsync("d1", new { resource = "cases", raw = new { caseid = SandboxPeople.SarahNewestCase } });

        var triage = await app.TriageAsync(SandboxPeople.SarahNewestCase);
        Assert.Equal(SandboxPeople.SarahNewestCase, triage.GetProperty("report").GetProperty("case").GetProperty("id").GetInt64());
        Assert.Contains(triage.GetProperty("priority").GetProperty("level").GetString(), (string[])["high", "urgent"]);
        Assert.NotEqual(SandboxPeople.Marcus, triage.GetProperty("rep").GetProperty("id").GetInt32());
        Assert.Equal("truto:d1", triage.GetProperty("events").GetProperty("newestId").GetString());
        Assert.Empty(triage.GetProperty("problems").EnumerateArray());
        Assert.Equal(_sandbox.Stats.ProxyCalls(), triage.GetProperty("usage").GetProperty("toolCalls").GetInt32());
        Assert.Equal("completed", Assert.Single(await app.EndedRunsAsync(1)).GetProperty("status").GetString());
    }

    [Fact]
    public async Task An_event_that_is_delivered_ten_times_runs_once()
    {
        await using var app = await StartAsync();
        for (var i = 0; i < 10; i++)
        {
            await app.AcceptAsync("again", new { caseid = SandboxPeople.ArticleCase });
        }

        Assert.Equal(1, (await app.TriageAsync(SandboxPeople.ArticleCase)).GetProperty("events").GetProperty("count").GetInt32());

        // What is behind the last repetition in the queue shows that it has been taken too.
        await app.AcceptAsync("other", new { caseid = SandboxPeople.SarahOldCase });
        await app.TriageAsync(SandboxPeople.SarahOldCase);
        await app.EndedRunsAsync(2);
        Assert.Equal(2, _sandbox.Stats.Calls(GetCase, 200));
    }

    [Fact]
    public async Task A_burst_of_a_case_is_one_triage_and_other_cases_go_on_beside_it()
    {
        await using var app = await StartAsync(("CaseEvents:QuietPeriod", QuietPeriod));
        await Parallel.ForAsync(
            0, 8, Cancelled, async (i, _) => await app.AcceptAsync($"burst-{i}", new { caseid = SandboxPeople.ArticleCase }));
        await app.AcceptAsync("beside", new { caseid = SandboxPeople.SarahOldCase });
        await app.UntilAsync("api/runs?name=CaseEventFlow&status=running", answer =>
            answer.GetProperty("runs").GetArrayLength() == 2 && answer.GetProperty("runs").EnumerateArray().All(Waits));

        Assert.Equal(8, (await app.TriageAsync(SandboxPeople.ArticleCase)).GetProperty("events").GetProperty("count").GetInt32());
        await app.TriageAsync(SandboxPeople.SarahOldCase);
        Assert.Equal(9, (await app.EndedRunsAsync(9)).Count);
        Assert.Equal(2, _sandbox.Stats.Calls(GetCase, 200));
    }

    [Fact]
    public async Task An_event_that_arrives_after_a_triage_leads_to_another_one()
    {
        await using var app = await StartAsync();
        await app.AcceptAsync("first", new { caseid = SandboxPeople.ArticleCase });
        await app.TriageAsync(SandboxPeople.ArticleCase);
        await app.AcceptAsync("second", new { caseid = SandboxPeople.ArticleCase });

        await app.TriageAsync(
            SandboxPeople.ArticleCase, triage => triage.GetProperty("events").GetProperty("newestId").ValueEquals("truto:second"));

        await app.EndedRunsAsync(2);
        Assert.Equal(2, _sandbox.Stats.Calls(GetCase, 200));
    }

    [Fact]
    public async Task A_record_that_no_queue_takes_as_it_is_is_handled_and_replayed_like_any_other()
    {
        var text = new string('x', 400_000);
        await using (var app = await StartAsync(("CaseEvents:CaseIdPaths", "nowhere")))
        {
            await app.AcceptAsync("lost", new { raw = new { text, odd = new { place = $"{SandboxPeople.ArticleCase}.0" } } });
            await app.AcceptAsync("good", new { text, nowhere = SandboxPeople.SarahOldCase });

            await app.TriageAsync(SandboxPeople.SarahOldCase);
            await app.PoisonedAsync(1);
        }

        await using var next = await StartAsync(("CaseEvents:CaseIdPaths", "nowhere,raw.odd.place"));
        using var replay = await next.Http.PostAsync(new Uri("api/case-events/replay", UriKind.Relative), null, Cancelled);
        Assert.Equal("""{"replayed":1}""", await replay.Content.ReadAsStringAsync(Cancelled));
        await next.TriageAsync(SandboxPeople.ArticleCase);
        await next.PoisonedAsync(0);
    }

    [Fact]
    public async Task What_cannot_be_handled_is_set_aside_readable_and_replayed_once_the_mapping_is_right()
    {
        await using (var app = await StartAsync(("CaseEvents:CaseIdPaths", "nowhere")))
        {
            await app.AcceptAsync("lost", new { odd = new { place = SandboxPeople.ArticleCase } });
            await app.AcceptAsync("good", new { nowhere = SandboxPeople.SarahOldCase });

            await app.TriageAsync(SandboxPeople.SarahOldCase);
            var poisoned = Assert.Single((await app.PoisonedAsync(1)).GetProperty("events").EnumerateArray());
            Assert.Equal(
                SandboxPeople.ArticleCase,
                JsonElement
                    .Parse(poisoned.GetProperty("message").GetString()!)
                    .GetProperty("payload")
                    .GetProperty("odd")
                    .GetProperty("place")
                    .GetInt32());
        }

        await using var next = await StartAsync(("CaseEvents:CaseIdPaths", "nowhere,odd.place"));
        using var replay = await next.Http.PostAsync(new Uri("api/case-events/replay", UriKind.Relative), null, Cancelled);
        Assert.Equal("""{"replayed":1}""", await replay.Content.ReadAsStringAsync(Cancelled));
        await next.TriageAsync(SandboxPeople.ArticleCase);
        await next.PoisonedAsync(0);
    }

    [Fact]
    public async Task A_message_that_is_no_event_is_tried_five_times_and_blocks_nobody()
    {
        using var events = new CountedEvents();
        await using var app = await StartAsync();
        await SendAsync(app, "no json");
        await SendAsync(app, """{ "id": "direct", "type": "test", "caseId": 84920, "occurredAt": "2026-03-02T09:00:00Z" }""");

        await app.TriageAsync(SandboxPeople.ArticleCase);
        var poisoned = Assert.Single((await app.PoisonedAsync(1)).GetProperty("events").EnumerateArray());
        Assert.Equal("no json", poisoned.GetProperty("message").GetString());
        Assert.Equal(1, await app.Get<PoisonMessages>().CountAsync(Cancelled));
        Assert.Equal(CaseEventQueues.Attempts, events.Of("fusedeskflows.case_events", "failed"));
        using var replay = await app.Http.PostAsync(new Uri("api/case-events/replay", UriKind.Relative), null, Cancelled);
        Assert.Equal("""{"replayed":1}""", await replay.Content.ReadAsStringAsync(Cancelled));
        await app.PoisonedAsync(1);
    }

    private static bool Waits(JsonElement run) => run.GetProperty("progress") is { ValueKind: JsonValueKind.Object } progress
        && progress.GetProperty("phase").GetString()!.StartsWith("waiting until", StringComparison.Ordinal);

    private static Task SendAsync(CaseEventApp app, string message) =>
        app.Get<CaseEventQueues>().SendAsync(BinaryData.FromString(message), Cancelled);

    private protected Task<CaseEventApp> StartAsync(params (string Name, string Value)[] settings) =>
        CaseEventApp.StartAsync(_folder, _sandbox, Connection, settings);
}
