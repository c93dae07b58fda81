using System.Globalization;
using DurableTask.Core;
using LocalHost.Tests.Sqlite.Support;
using LocalHost.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace LocalHost.Tests.Sqlite;

public sealed class RetentionTests
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2030, 1, 1, 0, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task What_finished_longer_ago_than_it_is_kept_is_purged_and_what_waits_is_not()
    {
        await using var hub = await HubAsync(TimeSpan.FromDays(30));
        await hub.RunAsync("echo", "old");
        await hub.StartAsync("wait", "waits");
        _time.Advance(TimeSpan.FromDays(29));
        await hub.RunAsync("echo", "young");
        Assert.NotNull(await hub.StateOfAsync("old"));

        for (var hour = 0; hour < 26; hour++)
        {
            _time.Advance(TimeSpan.FromHours(1));
        }

        await Eventually.TrueAsync(async () => await hub.StateOfAsync("old") is null);
        Assert.NotNull(await hub.StateOfAsync("young"));
        Assert.NotNull(await hub.StateOfAsync("waits"));
    }

    [Fact]
    public async Task What_became_too_old_while_nothing_ran_is_purged_at_the_start()
    {
        await using var hub = await HubAsync(TimeSpan.FromDays(1));
        await hub.RunAsync("echo", "old");
        await hub.StopAsync();
        _time.Advance(TimeSpan.FromDays(2));

        await hub.RestartAsync();

        await Eventually.TrueAsync(async () => await hub.StateOfAsync("old") is null);
    }

    [Fact]
    public async Task Without_a_retention_everything_is_kept()
    {
        await using var hub = await HubAsync(null);
        await hub.RunAsync("echo", "old");

        _time.Advance(TimeSpan.FromDays(1000));
        await hub.RunAsync("echo", "new");

        Assert.NotNull(await hub.StateOfAsync("old"));
    }

    [Fact]
    public async Task The_file_shrinks_after_a_purge()
    {
        await using var hub = await HubAsync(null);
        foreach (var i in Enumerable.Range(0, 30))
        {
            await hub.RunAsync("echo", i.ToString(CultureInfo.InvariantCulture), new string('x', 100_000));
        }

        await hub.Service.Store.PostAsync(new(_ => { }) { Truncates = true });
        var before = new FileInfo(hub.Path).Length;
        await hub.Service.PurgeInstanceStateAsync(new PurgeInstanceFilter(DateTime.MinValue, null, null));

        await Eventually.TrueAsync(() => new FileInfo(hub.Path).Length + new FileInfo(hub.Path + "-wal").Length < before / 5);
    }

    private Task<TestHub> HubAsync(TimeSpan? retention) => new TestHub(HubMode.Kept, _time, retention)
        .Orchestration("echo", script => script.CallAsync("echo", script.Input ?? "x"))
        .Orchestration("wait", script => script.EventAsync("e")).StartAsync();
}
