using FuseDeskFlows.Reports.Agent;
using FuseDeskFlows.Reports.Audit;
using FuseDeskFlows.Reports.Components;
using FuseDeskFlows.Reports.Digest;
using FuseDeskFlows.Reports.Rendering;
using FuseDeskFlows.Reports.Runs;
using FuseDeskFlows.Reports.Timeline;
using FuseDeskFlows.Reports.Triage;
using FuseDeskFlows.Reports.Writes;

namespace FuseDeskFlows.Tests.Reports.Rendering;

public sealed class HtmlEscapingTests
{
    private static readonly Dictionary<string, Func<string, HtmlPage>> Pages = new()
    {
        ["triage"] = text => ReportPage.Of<TriageReport, TriageView>(HostileText.Report(text), _ => text),
        ["audit"] = text => ReportPage.Of<AuditReport, AuditView>(HostileReports.Escalation(text), _ => text),
        ["digest"] = text => ReportPage.Of<DigestReport, DigestView>(HostileReports.Digest(text), _ => text),
        ["timeline"] = text => ReportPage.Of<TimelineReport, TimelineView>(HostileReports.Timeline(text), _ => text),
        ["agent"] = text => ReportPage.Of<AgentReport, AgentView>(HostileActions.Agent(text), _ => text),
        ["agent without an answer"] = text =>
            ReportPage.Of<AgentReport, AgentView>(HostileActions.Agent(text) with { Answer = null }, _ => text),
        ["write"] = text => ReportPage.Of<WriteReport, WriteView>(HostileActions.Write(text), _ => text),
        ["run"] = text => RunPage.Of(HostileText.Run(text)),
    };

    public static TheoryData<string> Names => [.. Pages.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Hostile_text_adds_no_tag_and_no_attribute(string name)
    {
        var harmless = Html.Tags(await Html.OfAsync(Pages[name]("text")));
        foreach (var text in HostileText.All)
        {
            Assert.Equal(harmless, Html.Tags(await Html.OfAsync(Pages[name](text))));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Nothing_invisible_reaches_the_page(string name)
    {
        foreach (var text in HostileText.All)
        {
            Assert.DoesNotMatch("[\u0000-\u0009\u000b-\u001f\u202a-\u202e\u2066-\u2069]", await Html.OfAsync(Pages[name](text)));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_policy_fits_the_page(string name)
    {
        var page = await Html.OfAsync(Pages[name]("text"));

        Assert.StartsWith("<!doctype html>", page, StringComparison.Ordinal);
        Assert.StartsWith("default-src 'none';", HtmlPage.ContentSecurityPolicy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", HtmlPage.ContentSecurityPolicy, StringComparison.Ordinal);
        Assert.DoesNotContain(" style=", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<style", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", page, StringComparison.Ordinal);
        Assert.DoesNotContain(" src=", page, StringComparison.Ordinal);
        Assert.Contains(
            $"<link rel=\"stylesheet\" href=\"/api/console/style.css?v={WebAsset.StyleSheet.Version}\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Letters_of_other_scripts_stay_readable() =>
        Assert.Contains("Grüße 你好", await Html.OfAsync(Pages["triage"]("Grüße 你好")), StringComparison.Ordinal);

    [Fact]
    public async Task Only_a_run_that_goes_on_asks_again()
    {
        var running = RunPage.Of(HostileText.Run("x") with { Status = "running" });
        var failed = RunPage.Of(HostileText.Run("x") with { Status = "failed" });

        Assert.Contains("http-equiv=\"refresh\"", await Html.OfAsync(running), StringComparison.Ordinal);
        Assert.DoesNotContain("http-equiv=\"refresh\"", await Html.OfAsync(failed), StringComparison.Ordinal);
    }
}
