using Bunit;
using FuseDeskFlows.Reports.Pages.Quota;

namespace FuseDeskFlows.Tests.Reports.Pages.Quota;

public sealed class QuotaChartTests : BunitContext
{
    [Fact]
    public void A_chart_is_as_high_as_the_limit_and_falls_where_a_new_window_begins()
    {
        var chart = Render<QuotaChart>(parameters => parameters
            .Add(chart => chart.Now, Some.Moment.AddMinutes(20))
            .Add(chart => chart.Samples, [new(Some.Moment, 10, 10), new(Some.Moment.AddMinutes(10), 0, 10)]));

        Assert.Equal("M70 20H535V225H535", chart.Find(".curve").GetAttribute("d"));
        Assert.Contains("at most 10 of 10", chart.Find("svg").GetAttribute("aria-label"), StringComparison.Ordinal);
    }
}
