using System.Text.Json.Nodes;
using FuseDeskFlows.TrutoSandbox.Data;

namespace FuseDeskFlows.Tests.TrutoSandbox;

public sealed class FilterTests
{
    [Fact]
    public async Task Active_means_new_and_open()
    {
        await using var sandbox = await SandboxClient.StartAsync();

        var active = await sandbox.ListAsync("cases?limit=200&status=active");
        var opened = await sandbox.ListAsync("cases?limit=200&status=open");
        var fresh = await sandbox.ListAsync("cases?limit=200&status=new");

        Assert.Equal(
            ["new", "open"],
            active.Select(item => item["status"]!.ToString()).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
            StringComparer.Ordinal);
        Assert.Equal(active.Count, opened.Count + fresh.Count);
    }

    [Fact]
    public async Task A_date_filter_is_JSON_in_the_query()
    {
        await using var sandbox = await SandboxClient.StartAsync();
        var filter = Uri.EscapeDataString("""{"after":"2026-06-01","before":"2026-06-08"}""");

        var items = await sandbox.ListAsync($"cases?limit=200&date_opened={filter}");

        Assert.NotEmpty(items);
        Assert.All(items, item => Assert.StartsWith("2026-06-0", item["date_opened"]!.ToString(), StringComparison.Ordinal));
        Assert.All(
            items,
            item =>
                Assert.InRange(
                    (DateTimeOffset)item["date_opened"]!,
                    new(2026, 6, 1, 0, 0, 0, TimeSpan.Zero),
                    new(2026, 6, 7, 23, 59, 59, TimeSpan.Zero)));
    }

    [Fact]
    public async Task Cases_come_in_the_order_that_is_asked_for()
    {
        await using var sandbox = await SandboxClient.StartAsync();

        var items = await sandbox.ListAsync("cases?limit=200&order_by=date_opened%20desc");

        Assert.Equal(items.Select(Opened).OrderDescending(), items.Select(Opened));
    }

    [Fact]
    public async Task Department_rep_and_sender_narrow_their_lists()
    {
        await using var sandbox = await SandboxClient.StartAsync();

        var cases = await sandbox.ListAsync($"cases?limit=200&department_id=3&rep_id={SandboxPeople.Daniel}");
        var mails = await sandbox.ListAsync("emails?from=SARAH@examplecorp");
        var sarah = mails[0]["contactUuid"];

        Assert.NotEmpty(cases);
        Assert.All(cases, item => Assert.Equal(("3", "50"), (item["departmentid"]!.ToString(), item["repid"]!.ToString())));
        Assert.All(mails, mail => Assert.Equal(SandboxPeople.SarahEmail, mail["from"]!.ToString()));
        Assert.Equal(mails.Count, (await sandbox.ListAsync($"emails?contact_uuid={sarah}")).Count);
        Assert.Equal(2, (await sandbox.ListAsync($"chats?contact_uuid={sarah}&is_archived=true")).Count);
    }

    [Theory]
    [InlineData("cases?status=pending")]
    [InlineData("cases?date_opened=yesterday")]
    [InlineData("cases?order_by=mood")]
    [InlineData("cases?department_id=three")]
    [InlineData("contacts")]
    public async Task What_FuseDesk_cannot_read_is_its_405_for_everything(string list)
    {
        await using var sandbox = await SandboxClient.StartAsync();

        using var response = await sandbox.GetAsync(list);

        Assert.Equal(405, (int)response.StatusCode);
        var body = await SandboxClient.JsonAsync(response);
        Assert.True((bool)body["truto_is_remote_error"]!);
        Assert.NotEmpty(body["raw_response"]!["error"]!.ToString());
    }

    private static DateTimeOffset Opened(JsonObject item) => (DateTimeOffset)item["date_opened"]!;
}
