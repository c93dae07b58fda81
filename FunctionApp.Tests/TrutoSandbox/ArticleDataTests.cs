using System.Text.Json;
using System.Text.Json.Nodes;
using FuseDeskFlows.TrutoSandbox.Data;

namespace FuseDeskFlows.Tests.TrutoSandbox;

public sealed class ArticleDataTests
{
    [Fact]
    public async Task Sarah_has_three_cases_and_the_newest_is_not_the_one_with_the_highest_number()
    {
        await using var sandbox = await SandboxClient.StartAsync();

        var sarah = Assert.Single(await sandbox.ListAsync($"contacts?search={SandboxPeople.SarahEmail}"));
        var byUuid = await sandbox.ListAsync($"cases?contact_id={sarah["id"]}");
        var byCrmId = await sandbox.ListAsync($"cases?contact_id={sarah["crmId"]}");

        Assert.Equal(3, byUuid.Count);
        Assert.Equal(byUuid.Select(Id), byCrmId.Select(Id));
        Assert.Equal(SandboxPeople.SarahNewestCase, Id(byUuid.MaxBy(item => (DateTimeOffset)item["date_opened"]!)!));
        Assert.Equal(SandboxPeople.SarahImportedCase, byUuid.Max(Id));
    }

    [Fact]
    public async Task Sarahs_newest_case_has_fourteen_items_three_reps_the_last_disabled_and_she_waits()
    {
        await using var sandbox = await SandboxClient.StartAsync();

        var item = await sandbox.ReadAsync($"cases/{SandboxPeople.SarahNewestCase}");
        var history = item["history"]!.AsArray().Select(entry => entry!.AsObject()).ToList();
        var marcus = await sandbox.ReadAsync($"reps/{SandboxPeople.Marcus}");
        var colleagues = (await sandbox.ListAsync("reps")).Where(rep => (int)rep["defaultDepartmentId"]! == 3 && (bool)rep["active"]!);

        Assert.Equal(14, history.Count);
        Assert.Equal(3, history.Select(entry => entry["repid"]?.ToString()).OfType<string>().Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(SandboxPeople.Marcus, (int)history.Last(entry => entry["repid"] is not null)["repid"]!);
        Assert.False((bool)marcus["active"]!);
        Assert.NotEmpty(colleagues);
        Assert.Equal("email_in", (string?)history[^1]["type"]);
        Assert.Equal("new", (string?)item["status"]);
        Assert.Equal(history.Select(Date).Order(), history.Select(Date));
    }

    [Fact]
    public async Task Case_84920_is_Jordans_and_the_team_has_to_answer()
    {
        await using var sandbox = await SandboxClient.StartAsync();

        var jordan = Assert.Single(await sandbox.ListAsync($"contacts?search={SandboxPeople.JordanEmail}"));
        var item = await sandbox.ReadAsync("cases/84920");

        Assert.Equal(jordan["id"]!.ToString(), item["contactUuid"]!.ToString());
        Assert.Equal("email_in", (string?)item["history"]!.AsArray()[^1]!["type"]);
    }

    [Fact]
    public async Task Chat_10294_is_active_in_Technical_Support_and_the_client_spoke_last()
    {
        await using var sandbox = await SandboxClient.StartAsync();

        var department = (await sandbox.ListAsync("departments")).Single(item => (string?)item["name"] is "Technical Support");
        var chats = await sandbox.ListAsync($"chats?department_id={department["id"]}&is_archived=false");
        var listed = chats.Single(chat => (string?)chat["id"] is SandboxPeople.ArticleChat);
        var chat = await sandbox.ReadAsync("chats/10294");

        Assert.Equal(3, (int)department["id"]!);
        Assert.Equal((string?)listed["clientName"], (string?)listed["lastMessageSender"]);
        Assert.False(listed.ContainsKey("messages"));
        Assert.Null(chat["messages"]!.AsArray()[^1]!["userId"]);
        Assert.True((DateTimeOffset)chat["dateLastMessageReceived"]! > (DateTimeOffset)chat["dateLastResponse"]!);
    }

    [Fact]
    public async Task Four_of_the_reps_are_disabled_and_no_repid_is_anybodys_user_id()
    {
        await using var sandbox = await SandboxClient.StartAsync();

        var reps = await sandbox.ListAsync("reps");

        Assert.Equal(4, reps.Count(rep => !(bool)rep["active"]!));
        Assert.Empty(reps.Select(rep => (int)rep["repid"]!).Intersect(reps.Select(rep => (int)rep["userId"]!)));
    }

    [Fact]
    public async Task The_edge_cases_are_where_their_constants_say()
    {
        await using var sandbox = await SandboxClient.StartAsync();

        var nora = Assert.Single(await sandbox.ListAsync($"contacts?search={SandboxPeople.NoCasesEmail}"));
        using var unknownRep = await sandbox.GetAsync($"reps/{SandboxPeople.UnknownRep}");

        Assert.Empty(await sandbox.ListAsync($"cases?contact_id={nora["id"]}"));
        Assert.Equal(2, (await sandbox.ListAsync($"contacts?search={SandboxPeople.SharedName.ToLowerInvariant()}")).Count);
        Assert.Equal(2, (await sandbox.ListAsync($"contacts?search={SandboxPeople.ContainedEmail}")).Count);
        Assert.Empty(await HistoryAsync(sandbox, SandboxPeople.EmptyHistoryCase));
        Assert.DoesNotContain(await HistoryAsync(sandbox, SandboxPeople.NoRepCase), entry => entry["repid"] is not null);
        Assert.Contains(
            await HistoryAsync(sandbox, SandboxPeople.UnknownRepCase), entry => (int?)entry["repid"] == SandboxPeople.UnknownRep);
        Assert.Equal(404, (int)unknownRep.StatusCode);
        Assert.Equal(80, (await HistoryAsync(sandbox, SandboxPeople.LongestCase)).Count);
        Assert.Equal(2, (await HistoryAsync(sandbox, SandboxPeople.ShortestCase)).Count);
        Assert.Contains(
            await HistoryAsync(sandbox, SandboxPeople.HostileCase),
            entry => entry["body"]!.ToString().Contains("<script>", StringComparison.Ordinal));
        Assert.True((await HistoryAsync(sandbox, SandboxPeople.LongMailCase))[0]["body"]!.ToString().Length > 10_000);
    }

    [Fact]
    public async Task The_oddities_of_the_real_answers_are_there()
    {
        await using var sandbox = await SandboxClient.StartAsync();

        var cases = await sandbox.ListAsync("cases?limit=200");

        Assert.All(cases, item => Assert.Equal((int)item["id"]!, Id(item)));
        Assert.All(cases, item => Assert.Equal(JsonValueKind.False, item["date_rated"]!.GetValueKind()));
        Assert.Contains(cases, item => item["date_closed"]?.GetValueKind() is JsonValueKind.False);
        Assert.Contains(cases, item => item["date_closed"] is null);
        Assert.Contains(cases, item => item["departmentid"]!.GetValueKind() is JsonValueKind.String);
        Assert.Contains(cases, item => item["repid"] is null);
        Assert.Contains(cases, item => item["contactid"] is null);
        Assert.Contains(await sandbox.ListAsync("chats"), chat => chat["lastMessageSender"] is null);
        Assert.Contains(await sandbox.ListAsync("chats"), chat => chat["lastMessageSender"]?.ToString() is "client");
    }

    [Fact]
    public async Task Lists_carry_no_text_and_single_objects_do()
    {
        await using var sandbox = await SandboxClient.StartAsync();

        var listed = (await sandbox.ReadAsync("cases"))["result"]![0]!.AsObject();
        var mail = (await sandbox.ReadAsync("emails?limit=1"))["result"]![0]!.AsObject();

        Assert.False(listed.ContainsKey("history") || listed.ContainsKey("details"));
        Assert.False(mail.ContainsKey("body"));
        Assert.NotEmpty((await sandbox.ReadAsync($"emails/{mail["id"]}"))["body"]!.ToString());
    }

    private static int Id(JsonObject item) => (int)item["caseid"]!;

    private static DateTimeOffset Date(JsonObject entry) => (DateTimeOffset)entry["date"]!;

    private static async Task<List<JsonObject>> HistoryAsync(SandboxClient sandbox, int id) =>
        [.. (await sandbox.ReadAsync($"cases/{id}"))["history"]!.AsArray().Select(entry => entry!.AsObject())];
}
