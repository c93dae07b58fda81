using System.Globalization;
using FuseDeskFlows.Orchestrations.Digest;

namespace FuseDeskFlows.Tests.Orchestrations.Digest;

public sealed class DigestQueryParserTests
{
    [Theory]
    [InlineData("UTC", "2026-03-02T23:30:00Z", "2026-03-02T00:00:00Z", "2026-03-03T00:00:00Z")]
    [InlineData("Europe/Berlin", "2026-03-02T23:30:00Z", "2026-03-02T23:00:00Z", "2026-03-03T23:00:00Z")]
    [InlineData("America/New_York", "2026-03-03T03:00:00Z", "2026-03-02T05:00:00Z", "2026-03-03T05:00:00Z")]
    [InlineData("Europe/Berlin", "2026-03-29T12:00:00Z", "2026-03-28T23:00:00Z", "2026-03-29T22:00:00Z")] // a day of 23 hours
    [InlineData("Europe/Berlin", "2026-10-25T12:00:00Z", "2026-10-24T22:00:00Z", "2026-10-25T23:00:00Z")] // a day of 25 hours
    [InlineData("Africa/Cairo", "2026-04-24T12:00:00Z", "2026-04-23T22:00:00Z", "2026-04-24T21:00:00Z")] // begins at one
    public void Today_is_a_day_of_the_zone(string zone, string now, string from, string before)
    {
        var parsed = DigestQueryParser.Parse(new() { OpenedOn = "today", TimeZone = zone }, Moment(now));

        Assert.Null(parsed.Fault);
        Assert.Equal((Moment(from), Moment(before)), (parsed.Query!.OpenedFrom, parsed.Query.OpenedBefore));
    }

    [Fact]
    public void A_range_includes_its_last_day_and_may_be_open()
    {
        var range = DigestQueryParser.Parse(new() { OpenedFrom = "2026-03-01", OpenedTo = "2026-03-02" }, Some.Moment).Query!;
        var open = DigestQueryParser.Parse(new() { OpenedTo = "2026-03-02" }, Some.Moment).Query!;

        Assert.Equal((Moment("2026-03-01T00:00:00Z"), Moment("2026-03-03T00:00:00Z")), (range.OpenedFrom, range.OpenedBefore));
        Assert.Null(open.OpenedFrom);
    }

    [Theory]
    [InlineData("2026-02-30", "openedOn must be today, yesterday or a date such as 2026-03-02.")]
    [InlineData("0001-01-01", "openedOn must be of a year from 2 to 9989.")]
    [InlineData("9990-01-01", "openedOn must be of a year from 2 to 9989.")]
    public void A_date_that_no_zone_can_hold_is_told_from_what_is_no_date(string day, string fault) =>
        Assert.Equal(("openedOn", fault), Refusal(DigestQueryParser.Parse(new() { OpenedOn = day }, Some.Moment)));

    [Theory]
    [InlineData("0002-01-01")]
    [InlineData("9989-12-31")]
    public void The_first_and_the_last_year_are_read_in_every_zone(string day)
    {
        foreach (var zone in new[] { "Etc/GMT+12", "Etc/GMT-14" })
        {
            Assert.Null(DigestQueryParser.Parse(new() { OpenedOn = day, TimeZone = zone }, Some.Moment).Fault);
        }
    }

    private static (string?, string?) Refusal(DigestQueryResult result) => (result.Field, result.Fault);

    private static DateTimeOffset Moment(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
