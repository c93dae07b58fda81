using Bunit;
using FuseDeskFlows.Reports.Pages;
using FuseDeskFlows.Reports.Pages.Runs;
using FuseDeskFlows.Reports.Runs;

namespace FuseDeskFlows.Tests.Reports.Pages.Runs;

public sealed class RunRowTests : BunitContext
{
    [Fact]
    public void A_run_that_waits_shows_until_when_for_what_and_after_how_many_others()
    {
        var run = new RunListItem
        {
            Id = "a b",
            Name = "CaseTriage",
            Status = "running",
            CreatedAt = Some.Moment,
            UpdatedAt = Some.Moment,
            Progress = new() { Phase = "reading the case", Done = 2, Total = 5 },
            Waiting = new() { Until = Some.Moment.AddMinutes(10), For = "FuseDesk quota", Ahead = 2 },
        };
        var row = Render<RunRow>(parameters => parameters
            .Add(row => row.Root, new ConsoleRoot("/api/")).Add(row => row.Line, new(run, "sarah@examplecorp.com")));

        Assert.Equal("/api/console/runs/a%20b", row.Find("a").GetAttribute("href"));
        Assert.Equal("Case triage", row.Find("a").TextContent);
        Assert.Equal("sarah@examplecorp.com", row.Find(".subject").TextContent);
        Assert.Equal("waits", row.Find(".badge").TextContent);
        Assert.Contains("for FuseDesk quota, after 2 other runs", row.Find(".waits").TextContent, StringComparison.Ordinal);
        Assert.Equal("2026-03-02T09:10:00.0000000Z", row.Find("time[data-countdown]").GetAttribute("datetime"));
        Assert.Equal(("2", "5"), (row.Find("progress").GetAttribute("value"), row.Find("progress").GetAttribute("max")));
    }
}
