using FsCheck;
using FsCheck.Fluent;
using FuseDeskFlows.Entities.RateLimiting;
using FuseDeskFlows.RateLimiting;
using FuseDeskFlows.RateLimiting.Settings;

namespace FuseDeskFlows.Tests.Entities.RateLimiting;

/// <summary>What holds for any runs that reserve at any moments.</summary>
public sealed class SharedRateLimiterPropertyTests
{
    private static readonly DateTimeOffset Start = Some.Moment;

    private static Gen<Account> Accounts =>
        from limit in Gen.Choose(1, 120)
        from seconds in Gen.Elements(5, 10, 60, 3600)
        from headroom in Gen.Elements(0, 0.1, 0.5)
        from runs in (
            from permits in Gen.OneOf(Gen.Choose(1, 5), Gen.Choose(1, 400))
            from background in Gen.Elements(true, false)
            from pause in Gen.Choose(0, 100)
            select new Run(permits, background, pause / 100.0)).ArrayOf()
        select new Account(limit, TimeSpan.FromSeconds(seconds), headroom, runs);

    [Fact]
    public void No_window_gives_more_than_its_limit_nor_to_background_runs_more_than_they_may_use() => Holds(account =>
    {
        var windows = Reserve(account).GroupBy(reserved => reserved.Reservation.ExpiresAt);
        return windows.All(window => window.Sum(reserved => reserved.Reservation.Permits) <= account.Limit
            && window.Where(reserved => reserved.Run.Background).Sum(reserved => reserved.Reservation.Permits) <= account.BackgroundLimit);
    });

    [Fact]
    public void Whoever_asks_gets_calls_and_no_more_than_asked_for() =>
        Holds(account => Reserve(account).All(reserved =>
            reserved.Reservation.Permits >= 1 && reserved.Reservation.Permits <= reserved.Run.Permits));

    [Fact]
    public void Nobody_waits_for_a_window_while_an_earlier_one_has_room_for_one_call() => Holds(account =>
    {
        var reserved = Reserve(account with { Runs = [.. account.Runs.Select(run => run with { Permits = 1, Background = false })] });
        var windows = reserved.GroupBy(reserved => reserved.Reservation.ExpiresAt).OrderBy(window => window.Key).ToList();
        return windows.SkipLast(1).All(window => window.Count() == account.Limit);
    });

    [Fact]
    public void Whoever_waited_is_never_refused_again_although_windows_open_with_their_first_call() => Holds(account =>
    {
        // The account as it is: a window opens with its first call, and each call comes a little after its reservation starts.
        var (opened, used) = (DateTimeOffset.MinValue, 0);
        foreach (var (_, reservation) in Reserve(account).OrderBy(reserved => reserved.Reservation.StartsAt))
        {
            var at = reservation.StartsAt + (ReservationWindows.Margin(account.Window) / 2);
            (opened, used) = at >= opened + account.Window ? (at, reservation.Permits) : (opened, used + reservation.Permits);
            if (used > account.Limit)
            {
                return false;
            }
        }

        return true;
    });

    private static void Holds(Func<Account, bool> property) => Prop.ForAll(Accounts.ToArbitrary(), property).QuickCheckThrowOnFailure();

    private static List<(Run Run, Reservation Reservation)> Reserve(Account account)
    {
        var limiter = new InMemoryLimiter(account.Headroom);
        var reserved = new List<(Run, Reservation)>();
        var resetAt = Start + account.Window;
        var now = Start;
        foreach (var run in account.Runs)
        {
            now += (resetAt - now) * run.Pause * 0.1;
            var request = new ReservationRequest
            {
                Rejection = new() { Limit = account.Limit, Window = account.Window, RetryAt = resetAt },
                Run = $"run-{reserved.Count}",
                Background = run.Background,
                Permits = run.Permits,
            };
            reserved.Add((run, limiter.Reserve(request, TimeSpan.FromDays(10_000), now)));
        }

        return reserved;
    }

    private sealed record Run(int Permits, bool Background, double Pause);

    private sealed record Account(int Limit, TimeSpan Window, double Headroom, Run[] Runs)
    {
        public int BackgroundLimit => Math.Max(1, Limit - RateLimitOptions.HeadroomPermits(Limit, Headroom));
    }
}
