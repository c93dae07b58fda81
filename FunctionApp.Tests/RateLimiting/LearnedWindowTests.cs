using FuseDeskFlows.RateLimiting;

namespace FuseDeskFlows.Tests.RateLimiting;

/// <summary>Where nobody tells when a window ends, that is learned from how what remains moves.</summary>
public sealed class LearnedWindowTests
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    [Fact]
    public void Of_twenty_calls_in_five_seconds_fifty_two_are_done_within_two_and_a_half_times_the_bound()
    {
        var server = new SimulatedServer(20, TimeSpan.FromSeconds(5));
        var start = server.Time.Now;

        server.CallUntil(start.AddMinutes(2), calls: 52);

        Assert.Equal(52, server.Answered);
        Assert.InRange(server.Time.Now - start, TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(25));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(20)]
    [InlineData(1800)]
    public void An_hourly_window_costs_a_dozen_refused_calls_at_most_and_then_one_an_hour(int limit)
    {
        var server = new SimulatedServer(limit, Hour);
        var start = server.Time.Now;

        server.CallUntil(start + (Hour * 1.1));
        Assert.InRange(server.Refused.Count, 1, 12);
        var first = server.Refused.Count;
        server.CallUntil(start + (Hour * 24));

        Assert.InRange(server.Refused.Count - first, 0, 23);
        Assert.InRange(server.Answered, limit * 22, limit * 24);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    [InlineData(31)]
    [InlineData(55)]
    public void Windows_by_the_clock_are_learned_as_well(int minute)
    {
        var server = new SimulatedServer(20, Hour, TimeSpan.FromMinutes(minute));
        var start = server.Time.Now;

        server.CallUntil(start + (Hour * 3));
        var first = server.Refused.Count;
        server.CallUntil(start + (Hour * 24));

        Assert.InRange(first, 1, 30);
        Assert.InRange(server.Refused.Count - first, 0, 24);
        Assert.InRange(server.Answered, 20 * 21, 20 * 25);
    }

    [Fact]
    public void Days_without_calls_are_no_length_of_a_window()
    {
        var server = new SimulatedServer(20, Hour);
        server.CallUntil(server.Time.Now.AddMinutes(1), calls: 20);
        server.Time.Advance(TimeSpan.FromDays(5).TotalSeconds);
        var start = server.Time.Now;

        server.CallUntil(start + (Hour * 3), calls: 40);

        Assert.InRange(server.Time.Now - start, Hour, Hour * 1.3);
    }

    [Fact]
    public void A_window_that_becomes_shorter_or_longer_is_learned_anew()
    {
        var learned = LearnedWindow.FromFirst(At(0), At(0), 19, 20);
        learned = learned.With(At(1), At(1), 0).With(At(50), At(50), 0, isRefused: true).With(At(60), At(60), 19);
        Assert.InRange(learned.AtMost!.Value.TotalMinutes, 60, 60);

        learned = learned.With(At(61), At(61), 0).With(At(65), At(65), 0, isRefused: true).With(At(70), At(70), 19);
        Assert.InRange(learned.AtMost!.Value.TotalMinutes, 10, 20);

        learned = learned.With(At(71), At(71), 0).With(At(115), At(115), 0, isRefused: true).With(At(125), At(125), 19);
        Assert.InRange(learned.AtMost!.Value.TotalMinutes, 50, 65);
    }

    [Fact]
    public void Answers_that_overtake_each_other_begin_no_window()
    {
        var learned = LearnedWindow.FromFirst(At(0), At(0), 19, 20).With(At(1), At(3), 12);

        Assert.Equal(At(0), learned.With(At(3), At(4), 13).OpenedBy);
        Assert.Equal(At(5), learned.With(At(4.5), At(5), 13).OpenedBy);
    }

    [Fact]
    public void What_two_processes_learned_is_put_together()
    {
        var old = LearnedWindow
            .FromFirst(At(0), At(0), 19, 20)
            .With(At(1), At(1), 0)
            .With(At(55), At(55), 0, isRefused: true)
            .With(At(62), At(62), 19);
        var fresh = LearnedWindow.FromFirst(At(63), At(63), 5, 20).With(At(64), At(64), 0);

        foreach (var merged in new[] { fresh.Merge(old), old.Merge(fresh) })
        {
            Assert.Equal((old.OpenedBy, old.AtMost, 0), (merged.OpenedBy, merged.AtMost, merged.Remaining));
            Assert.InRange(merged.EndsAt(At(64))!.Value, At(110), At(125));
        }
    }

    private static DateTimeOffset At(double minutes) => Some.Moment.AddMinutes(minutes);
}
