using System.Net;
using System.Text.Json;
using FuseDeskFlows.TrutoSandbox.Data;

namespace FuseDeskFlows.Tests.EndToEnd.Timeline;

/// <summary>What a person gets who asks for a customer's whole story, and what it costs at the sandbox.</summary>
public sealed class TimelineTests
{
    private const string Route = "api/contacts/timeline";

    [Fact]
    public async Task Cases_chats_and_emails_become_one_timeline_in_order()
    {
        await using var app = await TriageApp.StartAsync();

        var report = await app.ReportAsync(Route, new { email = SandboxPeople.SarahEmail });

        var entries = report.GetProperty("entries").EnumerateArray().ToList();
        Assert.Equal(["case", "chat", "email"], entries.Select(entry => entry.GetProperty("channel").GetString()).Distinct().Order());
        Assert.Equal(
            entries.Select(entry => entry.GetProperty("at").GetDateTimeOffset()).Order(),
            entries.Select(entry => entry.GetProperty("at").GetDateTimeOffset()));
        Assert.Contains(entries, entry => entry.GetProperty("title").GetString()!.StartsWith("Transfer form", StringComparison.Ordinal));
        Assert.All(Channels(report), channel => Assert.Equal("read", channel.State));
        Assert.Equal(2, Found(report, "chats"));
        var stats = app.Sandbox.Stats;
        Assert.Equal((1, 1), (stats.Calls("GET /proxy/contacts"), stats.Calls("GET /proxy/emails")));
        Assert.Equal(
            (Found(report, "cases"), Found(report, "chats")), (stats.Calls("GET /proxy/cases/{id}"), stats.Calls("GET /proxy/chats/{id}")));
        Assert.Equal(stats.ProxyCalls(), report.GetProperty("usage").GetProperty("toolCalls").GetInt32());
        Assert.Empty(report.GetProperty("problems").EnumerateArray());
    }

    [Fact]
    public async Task The_channels_are_asked_at_the_same_time()
    {
        await using var app = await TriageApp.StartAsync(new() { Latency = TimeSpan.FromMilliseconds(300) });

        await app.ReportAsync(Route, new { email = SandboxPeople.SarahEmail });

        Assert.InRange(app.Sandbox.Stats.MaxConcurrency, 3, 10);
    }

    [Theory]
    [InlineData("chats")]
    [InlineData("emails")]
    [InlineData("cases")]
    public async Task A_channel_that_cannot_be_read_loses_no_other(string channel)
    {
        await using var app = await TriageApp.StartAsync(new() { MissingScopes = [channel] });

        var report = await app.ReportAsync(Route, new { email = SandboxPeople.SarahEmail });

        Assert.All(
            Channels(report),
            read => Assert.Equal(string.Equals(read.Name, channel, StringComparison.Ordinal) ? "unreadable" : "read", read.State));
        Assert.Equal("refused-forbidden", Assert.Single(report.GetProperty("problems").EnumerateArray()).GetProperty("type").GetString());
        Assert.NotEmpty(report.GetProperty("entries").EnumerateArray());
    }

    [Fact]
    public async Task An_empty_channel_is_said_to_be_empty()
    {
        await using var app = await TriageApp.StartAsync();

        var report = await app.ReportAsync(Route, new { email = SandboxPeople.NoCasesEmail });

        Assert.Equal("empty", Channels(report).Single(channel => channel.Name is "cases").State);
    }

    [Fact]
    public async Task What_an_upstream_lists_of_others_is_neither_read_nor_shown()
    {
        await using var app = await TriageApp.StartAsync();
        await app.AddFaultAsync(
            new
            {
                route = "GET /proxy/emails",
                body = new
                {
                    result = new object[]
                    {
                        new
                        {
                            id = "1",
                            from = "Sarah <" + SandboxPeople.SarahEmail.ToUpperInvariant() + ">",
                            subject = "Hers",
                        },
                        new
                        {
                            id = "2",
                            from = "not" + SandboxPeople.SarahEmail,
                            subject = "Of an address that contains hers",
                        },
                        new { id = "3", subject = "Of nobody" },
                    },
                },
            });
        await app.AddFaultAsync(
            new
            {
                route = "GET /proxy/chats",
                body = new { result = new object[] { new { id = SandboxPeople.ArticleChat, title = "Of nobody" } } },
            });

        var report = await app.ReportAsync(Route, new { email = SandboxPeople.SarahEmail });

        Assert.Equal(
            "Hers",
            Assert
                .Single(report.GetProperty("entries").EnumerateArray(), entry => entry.GetProperty("channel").GetString() is "email")
                .GetProperty("title")
                .GetString());
        Assert.Equal(0, app.Sandbox.Stats.Calls("GET /proxy/chats/{id}"));
    }

    // Asked by her uuid alone, nothing tells whose a chat is that names only a number of the CRM.
    [Fact]
    public async Task A_chat_that_cannot_be_compared_with_the_contact_is_not_shown_as_hers()
    {
        await using var app = await TriageApp.StartAsync();
        var sarah = await app.TriageAsync(new { email = SandboxPeople.SarahEmail });
        await app.AddFaultAsync(
            new
            {
                route = "GET /proxy/chats",
                body = new { result = new object[] { new { id = SandboxPeople.ArticleChat, contactId = 999_999 } } },
            });

        var report = await app.ReportAsync(Route, new { contactId = sarah.GetProperty("customer").GetProperty("contactId").GetString() });

        Assert.Equal("empty", Channels(report).Single(channel => channel.Name is "chats").State);
        Assert.Equal(0, app.Sandbox.Stats.Calls("GET /proxy/chats/{id}"));
    }

    [Fact]
    public async Task A_triage_with_channels_has_the_timeline_and_its_cost()
    {
        await using var app = await TriageApp.StartAsync();

        var report = await app.TriageAsync(new { email = SandboxPeople.SarahEmail, channels = true });

        Assert.Equal(3, report.GetProperty("timeline").GetProperty("channels").GetArrayLength());
        Assert.NotEqual(JsonValueKind.Null, report.GetProperty("summary").ValueKind);
        Assert.Equal(app.Sandbox.Stats.ProxyCalls(), report.GetProperty("usage").GetProperty("toolCalls").GetInt32());
        Assert.Equal(1, app.Sandbox.Stats.Calls("GET /proxy/contacts"));
    }

    [Fact]
    public async Task A_contact_that_is_not_certain_is_not_read()
    {
        await using var app = await TriageApp.StartAsync();

        var report = await app.ReportAsync(Route, new { search = SandboxPeople.SharedName });

        Assert.Equal(2, report.GetProperty("candidates").GetArrayLength());
        Assert.Equal(1, app.Sandbox.Stats.ProxyCalls());
    }

    [Theory]
    [InlineData("""{ "caseId": 84920 }""", "caseId")]
    [InlineData("{}", "contactId")]
    [InlineData("""{ "email": "half" }""", "email")]
    public async Task Bad_input_is_refused_by_its_field(string body, string field)
    {
        await using var app = await TriageApp.StartAsync();

        using var answer = await app.PostToAsync(Route, JsonElement.Parse(body));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.True((await TriageApp.JsonAsync(answer)).GetProperty("errors").TryGetProperty(field, out _));
    }

    [Fact]
    public async Task The_page_draws_the_timeline_and_hostile_text_stays_text()
    {
        await using var app = await TriageApp.StartAsync();
        var hostile = await app.TriageAsync(new { caseId = SandboxPeople.HostileCase });
        using var started = await app.PostToAsync(
            Route + "?wait=200", new { contactId = hostile.GetProperty("customer").GetProperty("contactId").GetString() });

        var page = await app.GetTextAsync(started.Headers.Location!.ToString(), "text/html");
        var markdown = await app.GetTextAsync(started.Headers.Location!.ToString(), "text/markdown");

        Assert.Contains("<svg class=\"timeline\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(" style=", page, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("## Timeline", markdown, StringComparison.Ordinal);
    }

    private static List<(string Name, string State)> Channels(JsonElement report) =>
    [
        .. report
            .GetProperty("channels")
            .EnumerateArray()
            .Select(channel => (channel.GetProperty("channel").GetString()!, channel.GetProperty("state").GetString()!)),
    ];

    private static int Found(JsonElement report, string channel) => report.GetProperty("channels").EnumerateArray()
        .Single(read => read.GetProperty("channel").ValueEquals(channel)).GetProperty("found").GetInt32();
}
