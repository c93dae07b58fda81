using System.Text.RegularExpressions;
using FuseDeskFlows.Reports.Audit;
using FuseDeskFlows.Reports.Digest;
using FuseDeskFlows.Reports.Rendering;
using FuseDeskFlows.Reports.Runs;
using FuseDeskFlows.Reports.Timeline;
using FuseDeskFlows.Reports.Triage;

namespace FuseDeskFlows.Tests.Reports.Rendering;

public sealed class HtmlEscapingTests
{
    // The page's skeleton with a harmless text: hostile text must not add or change a single tag.
    private static readonly string[] ReportTags = Tags(TriageHtml.Render(HostileText.Report("text")));
    private static readonly string[] EscalationTags = Tags(AuditHtml.Render(HostileReports.Escalation("text")));
    private static readonly string[] DigestTags = Tags(DigestHtml.Render(HostileReports.Digest("text")));
    private static readonly string[] TimelineTags = Tags(TimelineHtml.Render(HostileReports.Timeline("text")));
    private static readonly string[] RunTags = Tags(RunHtml.Render(HostileText.Run("text")));

    public static TheoryData<string> Texts => [.. HostileText.All];

    [Theory]
    [MemberData(nameof(Texts))]
    public void Hostile_text_adds_no_tag_and_no_attribute(string text)
    {
        Assert.Equal(ReportTags, Tags(TriageHtml.Render(HostileText.Report(text))));
        Assert.Equal(RunTags, Tags(RunHtml.Render(HostileText.Run(text))));
        Assert.Equal(EscalationTags, Tags(AuditHtml.Render(HostileReports.Escalation(text))));
        Assert.Equal(DigestTags, Tags(DigestHtml.Render(HostileReports.Digest(text))));
        Assert.Equal(TimelineTags, Tags(TimelineHtml.Render(HostileReports.Timeline(text))));
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void Nothing_invisible_reaches_the_page(string text) =>
        Assert.DoesNotMatch("[\u0000-\u0009\u000b-\u001f\u202a-\u202e\u2066-\u2069]", TriageHtml.Render(HostileText.Report(text)));

    [Fact]
    public void The_policy_allows_the_pages_own_style_and_nothing_else()
    {
        var page = TriageHtml.Render(HostileText.Report("text"));
        var style = Regex
            .Match(
                page,
                "<style>(.*?)</style>",
                RegexOptions.Singleline | RegexOptions.ExplicitCapture | RegexOptions.None,
                TimeSpan.FromSeconds(1))
            .Value["<style>".Length..^"</style>".Length];
        var hash = Convert.ToBase64String(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(style)));

        Assert.Contains($"style-src 'sha256-{hash}'", HtmlPage.ContentSecurityPolicy, StringComparison.Ordinal);
        Assert.StartsWith("default-src 'none';", HtmlPage.ContentSecurityPolicy, StringComparison.Ordinal);
        Assert.DoesNotContain(" style=", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
        Assert.DoesNotContain("href", page, StringComparison.Ordinal);
        Assert.DoesNotContain(" src=", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Pages_suit_dark_light_and_paper()
    {
        Assert.Contains("prefers-color-scheme: dark", HtmlStyle.Sheet, StringComparison.Ordinal);
        Assert.Contains("@media print", HtmlStyle.Sheet, StringComparison.Ordinal);
    }

    [Fact]
    public void Letters_of_other_scripts_stay_readable() =>
        Assert.Contains("Grüße 你好", TriageHtml.Render(HostileText.Report("Grüße 你好")), StringComparison.Ordinal);

    [Fact]
    public void Only_a_run_that_goes_on_asks_again()
    {
        Assert.Contains(
            "http-equiv=\"refresh\"", RunHtml.Render(HostileText.Run("x") with { Status = "running" }), StringComparison.Ordinal);
        Assert.DoesNotContain(
            "http-equiv=\"refresh\"", RunHtml.Render(HostileText.Run("x") with { Status = "failed" }), StringComparison.Ordinal);
    }

    private static string[] Tags(string page) =>
        [.. Regex.Matches(page, "<[^>]*>", RegexOptions.None, TimeSpan.FromSeconds(1)).Select(match => match.Value)];
}
