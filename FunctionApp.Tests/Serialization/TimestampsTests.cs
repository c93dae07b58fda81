using FuseDeskFlows.Serialization;

namespace FuseDeskFlows.Tests.Serialization;

public sealed class TimestampsTests
{
    [Theory]
    [InlineData("2024-09-10 12:00:00")]
    [InlineData("2024-09-10T12:00:00Z")]
    [InlineData("2024-09-10T12:00:00.000Z")]
    [InlineData("2024-09-10T14:00:00+02:00")]
    [InlineData("2024-09-10T07:30:00-0430")]
    [InlineData("Tue, 10 Sep 2024 12:00:00 GMT")]
    [InlineData("Tue, 10 Sep 2024 14:00:00 +0200")]
    [InlineData("1725969600")]
    [InlineData("1725969600000")]
    public void Every_form_means_the_same_moment_in_utc(string text)
    {
        var read = Timestamps.Parse(text);
        Assert.Equal(new DateTimeOffset(2024, 9, 10, 12, 0, 0, TimeSpan.Zero), read);
        Assert.Equal(TimeSpan.Zero, read?.Offset);
    }

    [Fact]
    public void A_bare_date_is_its_midnight_in_utc() =>
        Assert.Equal(new DateTimeOffset(2024, 9, 10, 0, 0, 0, TimeSpan.Zero), Timestamps.Parse("2024-09-10"));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("0000-00-00 00:00:00")]
    [InlineData("10:00")]
    [InlineData("yesterday")]
    [InlineData("2024")]
    [InlineData("99999999999999999999")]
    public void What_is_no_date_is_none(string? text) => Assert.Null(Timestamps.Parse(text));
}
