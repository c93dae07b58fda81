using AngleSharp.Dom;
using Bunit;
using FuseDeskFlows.FuseDesk;
using FuseDeskFlows.Reports.Components;
using FuseDeskFlows.Reports.Pages;
using FuseDeskFlows.Reports.Pages.Forms;
using FuseDeskFlows.Reports.Pages.Quota;
using FuseDeskFlows.Reports.Pages.Runs;
using FuseDeskFlows.Reports.Runs;
using FuseDeskFlows.Reports.Timeline;

namespace FuseDeskFlows.Tests.Reports.Pages;

public sealed class ComponentTests : BunitContext
{
    private static readonly ConsoleRoot Root = new("/api/");

    [Fact]
    public void A_run_that_waits_shows_until_when_for_what_and_after_how_many_others()
    {
        var row = Render<RunRow>(parameters => parameters.Add(row => row.Root, Root).Add(row => row.Line, new(new RunListItem
        {
            Id = "a b",
            Name = "CaseTriage",
            Status = "running",
            CreatedAt = Some.Moment,
            UpdatedAt = Some.Moment,
            Progress = new() { Phase = "reading the case", Done = 2, Total = 5 },
            Waiting = new() { Until = Some.Moment.AddMinutes(10), For = "FuseDesk quota", Ahead = 2 },
        }, "sarah@examplecorp.com")));

        Assert.Equal("/api/console/runs/a%20b", row.Find("a").GetAttribute("href"));
        Assert.Equal("Case triage", row.Find("a").TextContent);
        Assert.Equal("sarah@examplecorp.com", row.Find(".subject").TextContent);
        Assert.Equal("waits", row.Find(".badge").TextContent);
        Assert.Contains("for FuseDesk quota, after 2 other runs", row.Find(".waits").TextContent, StringComparison.Ordinal);
        Assert.Equal("2026-03-02T09:10:00.0000000Z", row.Find("time[data-countdown]").GetAttribute("datetime"));
        Assert.Equal(("2", "5"), (row.Find("progress").GetAttribute("value"), row.Find("progress").GetAttribute("max")));
    }

    [Fact]
    public void A_bar_is_as_long_as_its_wait_beside_the_longest_and_never_nothing()
    {
        Assert.Equal("50", Bar(0.5));
        Assert.Equal("1.5", Bar(0));

        string? Bar(double share) => Render<WaitBar>(parameters => parameters
            .Add(bar => bar.Level, "critical").Add(bar => bar.Share, share).Add(bar => bar.Text, "waits 5 min"))
            .FindAll("rect")[1].GetAttribute("width");
    }

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

    [Theory]
    [InlineData(8, 8, 0)]
    [InlineData(30, 8, 22)]
    public void Of_a_long_list_the_first_show_and_the_others_unfold(int count, int shown, int folded)
    {
        var list = Render<FoldedList<int>>(parameters => parameters
            .Add(list => list.Id, "more")
            .Add(list => list.Items, [.. Enumerable.Range(0, count)])
            .Add(list => list.ChildContent, item => $"<li>{item}</li>"));

        Assert.Equal((shown, folded), (list.FindAll("ul:first-child > li").Count, list.FindAll("details > ul > li").Count));
        Assert.Equal(folded > 0 ? ["22 more"] : [], list.FindAll("summary").Select(summary => summary.TextContent));
    }

    [Fact]
    public void A_chart_is_as_high_as_the_limit_and_falls_where_a_new_window_begins()
    {
        var chart = Render<QuotaChart>(parameters => parameters
            .Add(chart => chart.Now, Some.Moment.AddMinutes(20))
            .Add(chart => chart.Samples, [new(Some.Moment, 10, 10), new(Some.Moment.AddMinutes(10), 0, 10)]));

        Assert.Equal("M70 20H535V225H535", chart.Find(".curve").GetAttribute("d"));
        Assert.Contains("at most 10 of 10", chart.Find("svg").GetAttribute("aria-label"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_drawing_has_a_dot_in_its_lane_for_each_entry_with_a_date()
    {
        var drawing = Render<TimelineDrawing>(parameters => parameters.Add(drawing => drawing.Entries,
        [
            new() { Channel = "case", At = Some.Moment, Direction = Direction.Inbound },
            new() { Channel = "email", At = Some.Moment.AddDays(1), Direction = Direction.Outbound },
            new() { Channel = "chat", Direction = Direction.Inbound },
        ]));

        Assert.Equal(
            [("inbound", "30"), ("outbound", "114")],
            drawing.FindAll("circle[r='9']").Select(dot => (dot.ClassName, dot.GetAttribute("cy"))));
    }

    [Fact]
    public void Nothing_stands_for_a_list_of_nothing() =>
        Assert.Empty(Render<Problems>(parameters => parameters.Add(problems => problems.Items, [])).Nodes.OfType<IElement>());

    [Fact]
    public void Every_field_has_a_label_of_its_own()
    {
        foreach (var kind in Enum.GetValues<AskFieldKind>())
        {
            var input = Render<AskInput>(parameters => parameters
                .Add(input => input.Id, "f-1").Add(input => input.Field, new("who", "Whose case", kind)));

            Assert.Equal("f-1", input.Find("label").GetAttribute("for"));
            Assert.Equal("who", input.Find("#f-1").GetAttribute("name"));
        }
    }
}
