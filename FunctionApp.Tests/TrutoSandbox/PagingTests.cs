namespace FuseDeskFlows.Tests.TrutoSandbox;

public sealed class PagingTests
{
    [Theory]
    [InlineData("cases", 600)]
    [InlineData("cases?limit=7&status=active&order_by=date_updated desc", null)]
    [InlineData("contacts?search=@", 400)]
    [InlineData("emails?limit=200", 300)]
    public async Task The_pages_cover_everything_once(string list, int? count)
    {
        await using var sandbox = await SandboxClient.StartAsync();

        var items = await sandbox.ListAsync(list);

        Assert.Equal(items.Count, items.Select(item => item["id"]!.ToString()).Distinct(StringComparer.Ordinal).Count());
        if (count is not null)
        {
            Assert.Equal(count, items.Count);
        }
        else
        {
            Assert.InRange(items.Count, 20, 599);
        }
    }

    [Fact]
    public async Task A_page_has_fifty_items_and_cursors_both_ways()
    {
        await using var sandbox = await SandboxClient.StartAsync();

        var first = await sandbox.ReadAsync("cases");
        var second = await sandbox.ReadAsync($"cases?next_cursor={first["next_cursor"]}");

        Assert.Equal((50, 50), (first["result"]!.AsArray().Count, (int)first["result_count"]!));
        Assert.Null(first["prev_cursor"]);
        Assert.NotNull(second["prev_cursor"]);
        Assert.Equal(84451, (int)second["result"]![0]!["caseid"]!);
    }

    [Theory]
    [InlineData("chats?limit=5", 120)]
    [InlineData("reps", 25)]
    [InlineData("departments", 6)]
    [InlineData("case_tags", 8)]
    public async Task What_FuseDesk_does_not_page_comes_at_once(string list, int count)
    {
        await using var sandbox = await SandboxClient.StartAsync();

        var page = await sandbox.ReadAsync(list);

        Assert.Equal(count, page["result"]!.AsArray().Count);
        Assert.Null(page["next_cursor"]);
    }

    [Theory]
    [InlineData("cases?next_cursor=b2Zmc2V0")]
    [InlineData("cases?limit=0")]
    [InlineData("cases?limit=ten")]
    public async Task A_bad_cursor_or_limit_is_Trutos_400(string list)
    {
        await using var sandbox = await SandboxClient.StartAsync();

        using var response = await sandbox.GetAsync(list);

        Assert.Equal(400, (int)response.StatusCode);
        Assert.False((await SandboxClient.JsonAsync(response)).ContainsKey("truto_is_remote_error"));
    }
}
