using FsCheck;
using FsCheck.Fluent;
using FuseDeskFlows.Entities.RateLimiting;
using FuseDeskFlows.RateLimiting;

namespace FuseDeskFlows.Tests.Entities.RateLimiting;

/// <summary>What holds for any runs that ask at any moments.</summary>
public sealed class SharedRateLimiterStatePropertyTests
{
    private static readonly DateTimeOffset Start = Some.Moment;

    private static Gen<Account> Accounts =>
        from limit in Gen.Choose(1, 120)
        from seconds in Gen.Elements(5, 10, 60, 3600)
        from headroom in Gen.Elements(0, 0.1, 0.5)
        from runs in (
            from calls in Gen.OneOf(Gen.Choose(1, 5), Gen.Choose(1, 400))
            from batch in Gen.Elements(true, false)
            from pause in Gen.Choose(0, 100)
            select new Run(calls, batch, pause / 100.0)).ArrayOf()
        select new Account(limit, TimeSpan.FromSeconds(seconds), headroom, runs);

    [Fact]
    public void No_window_gives_more_than_its_limit_nor_to_batch_runs_more_than_they_may_use() => Holds(account =>
    {
        var windows = Promise(account).GroupBy(promise => promise.Grant.Until);
        return windows.All(window => window.Sum(promise => promise.Grant.Calls) <= account.Limit
            && window.Where(promise => promise.Run.Batch).Sum(promise => promise.Grant.Calls) <= account.BatchLimit);
    });

    [Fact]
    public void Whoever_asks_gets_calls_and_no_more_than_asked_for() =>
        Holds(account => Promise(account).All(promise => promise.Grant.Calls >= 1 && promise.Grant.Calls <= promise.Run.Calls));

    [Fact]
    public void Nobody_waits_for_a_window_while_an_earlier_one_has_room_for_one_call() => Holds(account =>
    {
        var promises = Promise(account with { Runs = [.. account.Runs.Select(run => run with { Calls = 1, Batch = false })] });
        var windows = promises.GroupBy(promise => promise.Grant.Until).OrderBy(window => window.Key).ToList();
        return windows.SkipLast(1).All(window => window.Count() == account.Limit);
    });

    [Fact]
    public void Whoever_waited_is_never_refused_again_although_windows_open_with_their_first_call() => Holds(account =>
    {
        // The account as it is: a window opens with its first call, and each call comes a little after its turn.
        var (opened, used) = (DateTimeOffset.MinValue, 0);
        foreach (var (_, grant) in Promise(account).OrderBy(promise => promise.Grant.At))
        {
            var at = grant.At + (QuotaShare.Margin(account.Window) / 2);
            (opened, used) = at >= opened + account.Window ? (at, grant.Calls) : (opened, used + grant.Calls);
            if (used > account.Limit)
            {
                return false;
            }
        }

        return true;
    });

    private static void Holds(Func<Account, bool> property) => Prop.ForAll(Accounts.ToArbitrary(), property).QuickCheckThrowOnFailure();

    private static List<(Run Run, Reservation Grant)> Promise(Account account)
    {
        var book = new SharedRateLimiterState();
        var promises = new List<(Run, Reservation)>();
        var resetAt = Start + account.Window;
        var now = Start;
        foreach (var run in account.Runs)
        {
            now += (resetAt - now) * run.Pause * 0.1;
            var ask = new ReservationRequest { Batch = run.Batch, Calls = run.Calls, Limit = account.Limit, Window = account.Window, RetryAt = resetAt };
            promises.Add((run, book.Ask(ask, new(account.Headroom, TimeSpan.FromDays(10_000)), now)));
        }

        return promises;
    }

    private sealed record Run(int Calls, bool Batch, double Pause);

    private sealed record Account(int Limit, TimeSpan Window, double Headroom, Run[] Runs)
    {
        public int BatchLimit => Math.Max(1, Limit - QuotaShare.Headroom(Limit, Headroom));
    }
}
