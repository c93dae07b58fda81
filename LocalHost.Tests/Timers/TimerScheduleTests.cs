using System.Globalization;
using LocalFunctionsHost;
using LocalFunctionsHost.Jobs.Timers;

namespace LocalHost.Tests.Timers;

public sealed class TimerScheduleTests
{
    [Theory]
    [InlineData("0 */5 * * * *", "UTC", "2026-03-01T10:02:00Z", "2026-03-01T10:05:00Z")]
    [InlineData("*/5 * * * *", "UTC", "2026-03-01T10:02:00Z", "2026-03-01T10:05:00Z")]
    [InlineData("30 0 8 * * 1-5", "UTC", "2026-02-27T09:00:00Z", "2026-03-02T08:00:30Z")]
    [InlineData("0 0 8 * * *", "Europe/Berlin", "2026-03-01T08:00:00Z", "2026-03-02T07:00:00Z")]
    [InlineData("0 0 8 * * *", "Europe/Berlin", "2026-03-29T07:00:00Z", "2026-03-30T06:00:00Z")]
    [InlineData("0 30 2 * * *", "Europe/Berlin", "2026-03-28T12:00:00Z", "2026-03-29T01:30:00Z")]
    [InlineData("0 30 2 * * *", "Europe/Berlin", "2026-10-25T01:30:00Z", "2026-10-26T01:30:00Z")]
    [InlineData("0 30 2 * * *", "Europe/Berlin", "2026-10-24T12:00:00Z", "2026-10-25T01:30:00Z")]
    [InlineData("0 */5 * * * *", "Europe/Berlin", "2026-03-29T00:55:00Z", "2026-03-29T01:00:00Z")]
    [InlineData("0 */5 * * * *", "Europe/Berlin", "2026-10-25T00:00:00Z", "2026-10-25T00:05:00Z")]
    [InlineData("0 */5 * * * *", "Europe/Berlin", "2026-10-25T00:55:00Z", "2026-10-25T01:00:00Z")]
    [InlineData("*/5 * * * *", "Europe/Berlin", "2026-10-25T01:55:00Z", "2026-10-25T02:00:00Z")]
    [InlineData("0 0 */6 * * *", "Europe/Berlin", "2026-10-24T22:00:00Z", "2026-10-25T05:00:00Z")]
    [InlineData("0 0 * 29 2 *", "Europe/Berlin", "2026-07-01T00:00:00Z", "2028-02-28T23:00:00Z")]
    [InlineData("01:30:00", "UTC", "2026-03-01T10:00:00Z", "2026-03-01T11:30:00Z")]
    [InlineData("1.00:00:00", "UTC", "2026-03-01T10:00:00Z", "2026-03-02T10:00:00Z")]
    public void The_next_time_is_found(string expression, string zone, string after, string expected) =>
        Assert.Equal(Time(expected), TimerSchedule.Parse(expression, TimerSchedule.Zone(zone)).Next(Time(after)));

    [Theory]
    [InlineData("UTC")]
    [InlineData("America/New_York")]
    public void What_is_never_due_is_due_at_the_end_of_time(string zone)
    {
        var schedule = TimerSchedule.Parse("0 0 0 30 2 *", TimerSchedule.Zone(zone));
        Assert.Equal(DateTimeOffset.MaxValue, schedule.Next(Time("2026-03-01T10:00:00Z")));
    }

    [Theory]
    [InlineData("*/15 * * * * *", true)]
    [InlineData("0,30 * * * * *", true)]
    [InlineData("* * * * * *", true)]
    [InlineData("00:00:25", true)]
    [InlineData("0 * * * * *", false)]
    [InlineData("* * * * *", false)]
    [InlineData("*/15 0 * * * *", false)]
    [InlineData("00:01:00", false)]
    public void Whether_it_comes_more_than_once_a_minute_is_told(string expression, bool frequent) =>
        Assert.Equal(frequent, TimerSchedule.Parse(expression, TimeZoneInfo.Utc).IsFrequent);

    [Theory]
    [InlineData("0 0 * *", "4 fields")]
    [InlineData("0 0 25 * * *", "not a cron expression")]
    [InlineData("-00:01:00", "1 fields")]
    [InlineData("", "0 fields")]
    public void A_schedule_that_cannot_be_read_says_why(string expression, string why)
    {
        var error = Assert.Throws<HostStartException>(() => TimerSchedule.Parse(expression, TimeZoneInfo.Utc));
        Assert.Contains(why, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_time_zone_that_is_not_set_is_UTC() => Assert.Equal(TimeZoneInfo.Utc, TimerSchedule.Zone(null));

    [Fact]
    public void An_unknown_time_zone_is_named()
    {
        var error = Assert.Throws<HostStartException>(() => TimerSchedule.Zone("Moon"));
        Assert.Contains("WEBSITE_TIME_ZONE is 'Moon'", error.Message, StringComparison.Ordinal);
    }

    private static DateTimeOffset Time(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
