using Bunit;
using FuseDeskFlows.Reports.Pages.Runs;

namespace FuseDeskFlows.Tests.Reports.Pages.Runs;

public sealed class StepListTests : BunitContext
{
    [Fact]
    public void Steps_stand_in_the_runs_time_and_waits_say_that_they_are_waits()
    {
        var list = Render<StepList>(parameters => parameters.Add(list => list.Model, new RunModel
        {
            Run = HostileText.Run("x"),
            Now = Some.Moment.AddHours(1),
            Steps =
            [
                new("get_case", RunStepKind.Call, Some.Moment, Some.Moment.AddSeconds(10), false) { Title = "read a case" },
                new("wait", RunStepKind.Wait, Some.Moment.AddSeconds(10), Some.Moment.AddSeconds(100), false),
            ],
        }));

        Assert.Equal(("0", "100"), (list.Find("rect.call[x]").GetAttribute("x"), list.Find("rect.call[x]").GetAttribute("width")));
        Assert.Equal(("100", "900"), (list.Find("rect.waiting[x]").GetAttribute("x"), list.Find("rect.waiting[x]").GetAttribute("width")));
        Assert.Equal("1 min 30 s", list.Find(".is-wait .soft").TextContent);
        Assert.Equal("get_case", list.Find(".name code").TextContent);
        Assert.StartsWith("read a case", list.Find(".name").TextContent.Trim(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_wait_that_goes_on_says_until_when_and_is_as_long_as_it_has_lasted()
    {
        var list = Render<StepList>(parameters => parameters.Add(list => list.Model, new RunModel
        {
            Run = HostileText.Run("x"),
            Now = Some.Moment.AddSeconds(20),
            Steps =
            [
                new("get_case", RunStepKind.Call, Some.Moment, Some.Moment.AddSeconds(10), false),
                new("wait", RunStepKind.Wait, Some.Moment.AddSeconds(10), Some.Moment.AddDays(1), false),
            ],
        }));

        Assert.Equal("500", list.Find("rect.call[x]").GetAttribute("width"));
        Assert.Equal("500", list.Find("rect.waiting[x]").GetAttribute("width"));
        Assert.Equal("wait until 3 Mar 2026, 09:00 UTC", list.Find(".is-wait .name").TextContent.Trim());
        Assert.Equal("goes on", list.Find(".is-wait .soft").TextContent);
    }
}
