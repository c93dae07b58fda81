using System.Globalization;
using DurableSqlite;
using LocalHost.Tests.Sqlite.Support;
using LocalHost.Tests.Support;

namespace LocalHost.Tests.Sqlite;

public sealed class RecoveryTests
{
    [Theory]
    [MemberData(nameof(HubModes.All), MemberType = typeof(HubModes))]
    public async Task Work_goes_on_when_there_is_room_again_and_nothing_that_was_accepted_is_lost(HubMode mode)
    {
        await using var hub = await new TestHub(mode).Orchestration("sequence", async script =>
        {
            var text = "";
            for (var i = 0; i < 20; i++)
            {
                text = await script.CallAsync("echo", text + i.ToString("D2", CultureInfo.InvariantCulture));
            }

            return text;
        }).StartAsync();
        await hub.Service.Store.WriteAsync(database => database.Script("PRAGMA max_page_count = 60"));

        List<string> accepted = [];
        SqliteStorageException? refused = null;
        for (var i = 0; refused is null; i++)
        {
            try
            {
                await hub.StartAsync("sequence", $"s{i}");
                accepted.Add($"s{i}");
            }
            catch (SqliteStorageException e)
            {
                refused = e;
            }
        }

        Assert.True(refused.IsPassing);
        Assert.NotNull(hub.Health.Failure);
        Assert.NotNull(await hub.StateOfAsync(accepted[0])); // reads go on

        await hub.Service.Store.WriteAsync(database => database.Script("PRAGMA max_page_count = 1000000"));

        Assert.NotEmpty(accepted);
        var expected = string.Concat(Enumerable.Range(0, 20).Select(i => i.ToString("D2", CultureInfo.InvariantCulture)));
        foreach (var id in accepted)
        {
            Assert.Equal(expected, await hub.OutputOfAsync(id));
        }

        await Eventually.TrueAsync(() => hub.Health.Failure is null);
        Assert.Equal(0, hub.Count("Inbox") + hub.Count("Task"));
    }
}
