using System.Globalization;
using FuseDeskFlows.EmbeddedHost.Hosting;
using FuseDeskFlows.EmbeddedHost.Timers;

namespace FuseDeskFlows.Tests.EmbeddedHost.Timers;

public sealed class CronScheduleTests
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
    public void The_next_time_is_found(string expression, string zone, string after, string expected)
    {
        var schedule = TimerSchedules.Parse(expression, TimerSchedules.Zone(zone));
        Assert.Equal(Time(expected), schedule.Next(Time(after)));
    }

    [Fact]
    public void An_unknown_time_zone_is_named() =>
        Assert.Contains("WEBSITE_TIME_ZONE is 'Moon'", Assert.Throws<HostStartException>(() => TimerSchedules.Zone("Moon")).Message, StringComparison.Ordinal);

    private static DateTimeOffset Time(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
