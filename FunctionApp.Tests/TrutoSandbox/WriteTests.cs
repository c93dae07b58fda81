using System.Text.Json.Nodes;
using FuseDeskFlows.TrutoSandbox.Data;

namespace FuseDeskFlows.Tests.TrutoSandbox;

public sealed class WriteTests
{
    private static readonly HttpMethod Post = HttpMethod.Post;

    [Fact]
    public async Task The_same_key_writes_once_and_gets_the_same_answer()
    {
        await using var sandbox = await SandboxClient.StartAsync(new() { Limit = 1 });
        JsonObject Note() => new() { ["note"] = "Escalated by triage" };

        using var first = await sandbox.SendAsync(Post, "cases/84920/addnote", Note(), "run-1:step-3");
        using var second = await sandbox.SendAsync(Post, "cases/84920/addnote", Note(), "run-1:step-3");

        // The second call needs no quota, since FuseDesk is not asked.
        Assert.Equal([200, 200], new[] { first, second }.Select(response => (int)response.StatusCode));
        Assert.Equal(await TextAsync(first), await TextAsync(second));
        var stats = sandbox.Server.Stats;
        Assert.Equal((1, 0, 1), (stats.Writes, stats.DuplicateWrites, stats.ReplayedWrites));
    }

    [Fact]
    public async Task Two_first_calls_of_a_key_at_the_same_time_write_once()
    {
        await using var sandbox = await SandboxClient.StartAsync(new() { Latency = TimeSpan.FromMilliseconds(20) });

        await Task.WhenAll(Enumerable.Range(0, 5)
            .Select(_ => sandbox.SendAsync(Post, "cases/84920/addnote", new JsonObject { ["note"] = "Once" }, "key")));

        Assert.Equal((1, 4), (sandbox.Server.Stats.Writes, sandbox.Server.Stats.ReplayedWrites));
    }

    [Fact]
    public async Task Without_a_key_the_same_write_twice_is_a_duplicate()
    {
        await using var sandbox = await SandboxClient.StartAsync();

        for (var time = 0; time < 3; time++)
        {
            (await sandbox.SendAsync(Post, "cases/84920/addnote", new JsonObject { ["note"] = "Again" })).Dispose();
        }

        var history = (await sandbox.ReadAsync("cases/84920"))["history"]!.AsArray();

        Assert.Equal((3, 2), (sandbox.Server.Stats.Writes, sandbox.Server.Stats.DuplicateWrites));
        Assert.Equal(3, history.Count(entry => (string?)entry!["body"] is "Again"));
    }

    [Fact]
    public async Task A_failed_write_is_not_remembered()
    {
        await using var sandbox = await SandboxClient.StartAsync();
        await sandbox.AddFaultAsync(new JsonObject { ["route"] = "POST /proxy/cases/{id}/addnote", ["status"] = 502 });

        using var failed = await sandbox.SendAsync(Post, "cases/84920/addnote", new JsonObject { ["note"] = "Try" }, "key");
        using var retried = await sandbox.SendAsync(Post, "cases/84920/addnote", new JsonObject { ["note"] = "Try" }, "key");

        Assert.Equal([502, 200], new[] { failed, retried }.Select(response => (int)response.StatusCode));
        Assert.Equal((1, 0), (sandbox.Server.Stats.Writes, sandbox.Server.Stats.ReplayedWrites));
    }

    [Fact]
    public async Task A_lost_answer_to_a_write_is_found_again_by_its_key()
    {
        await using var sandbox = await SandboxClient.StartAsync();
        await sandbox.AddFaultAsync(
            new JsonObject { ["resource"] = "cases", ["method"] = "addnote", ["dropConnection"] = true, ["executed"] = true });

        await Assert.ThrowsAnyAsync<HttpRequestException>(() =>
            sandbox.SendAsync(Post, "cases/84920/addnote", new JsonObject { ["note"] = "Lost" }, "key"));
        using var retried = await sandbox.SendAsync(Post, "cases/84920/addnote", new JsonObject { ["note"] = "Lost" }, "key");

        Assert.Equal(200, (int)retried.StatusCode);
        Assert.Equal((1, 1), (sandbox.Server.Stats.Writes, sandbox.Server.Stats.ReplayedWrites));
    }

    [Fact]
    public async Task A_rep_who_is_not_of_the_department_is_replaced_without_a_word()
    {
        await using var sandbox = await SandboxClient.StartAsync();

        using var response = await sandbox.SendAsync(Post, "cases", new JsonObject
        {
            ["department_id"] = 2,
            ["summary"] = "Refund",
            ["details"] = "Please",
            ["opened_by"] = "agent",
            ["rep_id"] = SandboxPeople.Daniel,
        });
        var created = await SandboxClient.JsonAsync(response);

        Assert.Equal(85001, (int)created["caseid"]!);
        Assert.NotEqual("50", created["repid"]!.ToString(), StringComparer.Ordinal);
        Assert.Equal("new", (string?)created["status"]);
    }

    [Fact]
    public async Task Update_tag_snooze_and_reply_change_the_case()
    {
        await using var sandbox = await SandboxClient.StartAsync();

        (
            await sandbox.SendAsync(
                HttpMethod.Patch, "cases/84877", new JsonObject { ["rep_id"] = SandboxPeople.Priya, ["status"] = "closed" })).Dispose();
        (await sandbox.SendAsync(Post, "cases/84877/tag", new JsonObject { ["tag_id"] = 4 })).Dispose();
        (await sandbox.SendAsync(Post, "cases/untag", new JsonObject { ["id"] = 84877, ["tag_id"] = 1 })).Dispose();
        (await sandbox.SendAsync(Post, "cases/84877/snooze", new JsonObject { ["until"] = "2026-07-01T08:00:00Z" })).Dispose();
        (await sandbox.SendAsync(Post, "cases/84877/reply", new JsonObject { ["body"] = "The form is attached." })).Dispose();
        var item = await sandbox.ReadAsync("cases/84877");

        Assert.Equal((49, "open"), ((int)item["repid"]!, (string?)item["status"]));
        Assert.Equal([3, 4], item["tags"]!.AsArray().Select(tag => (int)tag!));
        Assert.Equal("2026-07-01T08:00:00+00:00", (string?)item["date_snoozed"]);
        Assert.Equal(("email_out", 49), ((string?)item["history"]!.AsArray()[^1]!["type"], (int)item["history"]!.AsArray()[^1]!["repid"]!));
    }

    [Fact]
    public async Task A_chat_can_be_closed_once()
    {
        await using var sandbox = await SandboxClient.StartAsync();

        using var closed = await sandbox.SendAsync(Post, "chats/10294/close", new JsonObject());
        using var again = await sandbox.SendAsync(Post, "chats/10294/close", new JsonObject());

        Assert.True((bool)(await SandboxClient.JsonAsync(closed))["isArchived"]!);
        Assert.Equal(405, (int)again.StatusCode);
    }

    [Fact]
    public async Task A_tag_can_be_made_and_deleted_and_the_delete_answers_its_id()
    {
        await using var sandbox = await SandboxClient.StartAsync();

        var tag = await SandboxClient.JsonAsync(await sandbox.SendAsync(Post, "case_tags", new JsonObject { ["tagname"] = "agent" }));
        var gone = await SandboxClient.JsonAsync(
            await sandbox.Http.DeleteAsync(sandbox.Url($"case_tags/{tag["id"]}"), TestContext.Current.CancellationToken));

        Assert.Equal((int)tag["id"]!, (int)gone["id"]!);
        Assert.Equal(8, (await sandbox.ListAsync("case_tags")).Count);
    }

    private static Task<string> TextAsync(HttpResponseMessage response) =>
        response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
}
