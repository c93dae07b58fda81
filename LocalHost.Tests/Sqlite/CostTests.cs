using System.Globalization;
using LocalHost.Tests.Sqlite.Support;
using LocalHost.Tests.Support;

namespace LocalHost.Tests.Sqlite;

/// <summary>What work costs, in counts: times differ from machine to machine.</summary>
public sealed class CostTests
{
    [Fact]
    public async Task A_sequential_step_costs_one_commit_and_its_own_rows_also_after_thousands_of_them()
    {
        const int Steps = 3000;
        List<long> commits = [];
        TestHub? hub = null;
        hub = new TestHub().Activity("mark", input =>
        {
            commits.Add(hub!.Service.Store.Commits);
            return input;
        }).Orchestration("long", async script =>
        {
            for (var i = 0; i < Steps; i++)
            {
                await script.CallAsync("mark", i.ToString(CultureInfo.InvariantCulture));
            }

            return "done";
        });
        await using var started = await hub.StartAsync();

        Assert.Equal("done", await hub.RunAsync("long", "l"));

        Assert.Equal(Steps, commits.Count);
        Assert.InRange((double)(commits[^1] - commits[0]) / (Steps - 1), 0.99, 1.05);
        var rows = hub.Service.Read(database => database.Query(
            "SELECT Episode, length(Events) FROM History ORDER BY Episode", row => (row.GetInt64(0), row.GetInt64(1))));
        Assert.Equal(Steps + 1, rows.Count);
        Assert.InRange(rows[Steps - 10].Item2, 1, rows[10].Item2 * 11 / 10);
    }

    [Fact]
    public async Task Sleepers_cost_a_number_and_a_time()
    {
        await using var hub = await new TestHub().Orchestration("sleep", script => script.SleepAsync(TimeSpan.FromDays(1))).StartAsync();
        const int Sleepers = 2000;
        await Parallel.ForAsync(0, Sleepers, TestContext.Current.CancellationToken,
            async (i, _) => await hub.StartAsync("sleep", i.ToString(CultureInfo.InvariantCulture)));

        await Eventually.TrueAsync(() => hub.Service.InMemory.Timers == Sleepers);
        await Eventually.TrueAsync(() => hub.Service.InMemory is { Sessions: <= 500, Queued: 0 }); // those that are kept
    }
}
