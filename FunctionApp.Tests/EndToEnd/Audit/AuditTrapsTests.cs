using System.Text.Json;

namespace FuseDeskFlows.Tests.EndToEnd.Audit;

/// <summary>What FuseDesk's chats and reps have in store for a careless reader, in lists made by hand.</summary>
public sealed class AuditTrapsTests
{
    private const string Route = "api/chats/audit";
    private const int Disabled = 51;
    private const int Deleted = 999;
    private static readonly DateTimeOffset Now = DateTimeOffset.UtcNow;

    [Fact]
    public async Task A_list_that_ignores_the_filters_is_filtered_again_and_every_assignment_is_told()
    {
        await using var app = await TriageApp.StartAsync();
        await ListAsync(app,
            Chat("disabled", "client", received: 20, answered: 30, rep: Disabled),
            Chat("deleted", "visitor", received: 10, rep: Deleted),
            Chat("nobodys", sender: null, received: 7, answered: 8),
            Chat("answered", "Tomasz Zielinski", received: 9, answered: 3, rep: 52),
            Chat("dates", "", received: 9, answered: 3, rep: 52),
            Chat("moved", "client", received: 20, department: 2),
            Chat("archived", "client", received: 20, archived: true),
            Chat("closed", "client", received: 20, closed: true));

        var report = await app.ReportAsync(Route, new { });

        var chats = report.GetProperty("chats").EnumerateArray().ToDictionary(chat => chat.GetProperty("chatId").GetString()!);
        Assert.Equal(["disabled", "deleted", "nobodys"], chats.Keys);
        Assert.Equal(
            ("Marcus Webb", false),
            (
                chats["disabled"].GetProperty("rep").GetProperty("name").GetString(),
                chats["disabled"].GetProperty("rep").GetProperty("active").GetBoolean()));
        Assert.Equal(
            (Deleted, JsonValueKind.Null),
            (
                chats["deleted"].GetProperty("rep").GetProperty("id").GetInt32(),
                chats["deleted"].GetProperty("rep").GetProperty("name").ValueKind));
        Assert.Equal(
            (JsonValueKind.Null, "dates"),
            (chats["nobodys"].GetProperty("rep").ValueKind, chats["nobodys"].GetProperty("judgedBy").GetString()));
        Assert.Equal(["critical", "warning", "warning"], chats.Values.Select(chat => chat.GetProperty("severity").GetString()));
        Assert.Equal(chats.Count, app.Sandbox.Stats.Calls("GET /proxy/chats/{id}"));
        Assert.Equal(
            ["", "51", "999"],
            report
                .GetProperty("totals")
                .GetProperty("byRep")
                .EnumerateArray()
                .Select(total =>
                    total.GetProperty("rep") is { ValueKind: JsonValueKind.Object } rep ? rep.GetProperty("id").ToString() : "")
                .Order());
    }

    [Fact]
    public async Task Unchanged_waits_are_repeated_nudges_are_not_new_and_answers_resolve_or_begin_anew()
    {
        await using var app = await TriageApp.StartAsync();
        await ListAsync(
            app,
            Chat("same", "client", received: 30),
            Chat("nudges", "client", received: 25),
            Chat("done", "client", received: 20),
            Chat("anew", "client", received: 15));
        var first = await app.ReportAsync(Route, new { });
        await ListAsync(
            app,
            Chat("same", "client", received: 30),
            Chat("nudges", "client", received: 1),
            Chat("done", "rep", received: 20, answered: 2),
            Chat("anew", "client", received: 1, answered: 5));

        var second = await app.ReportAsync(Route, new { });

        var chats = second.GetProperty("chats").EnumerateArray().ToDictionary(chat => chat.GetProperty("chatId").GetString()!);
        var checkedAt = first.GetProperty("checkedAt").GetDateTimeOffset();
        Assert.Equal(["same", "nudges", "anew"], chats.Keys);
        Assert.Equal(
            (true, checkedAt),
            (chats["same"].GetProperty("repeated").GetBoolean(), chats["same"].GetProperty("reportedSince").GetDateTimeOffset()));
        Assert.Equal(
            (false, checkedAt),
            (chats["nudges"].GetProperty("repeated").GetBoolean(), chats["nudges"].GetProperty("reportedSince").GetDateTimeOffset()));
        Assert.Equal(25, chats["nudges"].GetProperty("waitingMinutes").GetInt32());
        Assert.Equal(
            (false, JsonValueKind.Null),
            (chats["anew"].GetProperty("repeated").GetBoolean(), chats["anew"].GetProperty("reportedSince").ValueKind));
        var resolved = Assert.Single(second.GetProperty("resolved").EnumerateArray());
        Assert.Equal(("done", "answered"), (resolved.GetProperty("chatId").GetString(), resolved.GetProperty("how").GetString()));
    }

    [Fact]
    public async Task A_list_that_cannot_be_read_resolves_nothing_and_forgets_nothing()
    {
        await using var app = await TriageApp.StartAsync();
        await ListAsync(app, Chat("same", "client", received: 30));
        await app.ReportAsync(Route, new { });
        await app.AddFaultAsync(
            new { route = "GET /proxy/chats", body = new { error = "Not Authorized", errorcode = "api_error_noscope" } });
        var blind = await app.ReportAsync(Route, new { });
        await ListAsync(app, Chat("same", "client", received: 30));

        var third = await app.ReportAsync(Route, new { });

        Assert.Empty(blind.GetProperty("resolved").EnumerateArray());
        Assert.NotEmpty(blind.GetProperty("problems").EnumerateArray());
        Assert.True(Assert.Single(third.GetProperty("chats").EnumerateArray()).GetProperty("repeated").GetBoolean());
    }

    private static Task ListAsync(TriageApp app, params object[] chats) =>
        app.AddFaultAsync(new { route = "GET /proxy/chats", body = new { result = chats } });

    private static object Chat(
        string id,
        string? sender,
        int received,
        int? answered = null,
        int? rep = null,
        int department = 3,
        bool archived = false,
        bool closed = false) =>
        new
        {
            id,
            title = id,
            clientName = "Client of " + id,
            departmentId = department,
            repId = rep,
            lastMessageSender = sender,
            isArchived = archived,
            dateLastMessage = Ago(Math.Min(received, answered ?? received)),
            dateLastMessageReceived = Ago(received),
            dateLastResponse = answered is { } minutes ? Ago(minutes) : (object)false,
            dateClosed = closed ? Ago(1) : (object)false,
        };

    private static DateTimeOffset Ago(int minutes) => Now.AddMinutes(-minutes);
}
