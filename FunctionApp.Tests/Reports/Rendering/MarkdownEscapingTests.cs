using FuseDeskFlows.Reports.Audit;
using FuseDeskFlows.Reports.Digest;
using FuseDeskFlows.Reports.Rendering;
using FuseDeskFlows.Reports.Runs;
using FuseDeskFlows.Reports.Timeline;
using FuseDeskFlows.Reports.Triage;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace FuseDeskFlows.Tests.Reports.Rendering;

/// <summary>Renders reports with every extension a renderer may have, and looks at what became of hostile text.</summary>
public sealed class MarkdownEscapingTests
{
    private static readonly string[] ReportBlocks = Blocks(TriageMarkdown.Render(HostileText.Report("text")));
    private static readonly string[] RunBlocks = Blocks(RunMarkdown.Render(HostileText.Run("text")));

    public static TheoryData<string> Texts => [.. HostileText.All];

    [Theory]
    [MemberData(nameof(Texts))]
    public void Hostile_text_forms_nothing_but_text(string text)
    {
        var report = TriageMarkdown.Render(HostileText.Report(text));

        Assert.Equal(ReportBlocks, Blocks(report));
        Assert.Equal(RunBlocks, Blocks(RunMarkdown.Render(HostileText.Run(text))));
        Assert.All(
            [
                report,
                AuditMarkdown.Render(HostileReports.Escalation(text)),
                DigestMarkdown.Render(HostileReports.Digest(text)),
                TimelineMarkdown.Render(HostileReports.Timeline(text)),
            ],
            ParsedMarkdown.HasTextAlone);
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void Hostile_text_changes_no_block_of_the_longer_reports(string text)
    {
        Assert.Equal(
            Blocks(AuditMarkdown.Render(HostileReports.Escalation("text"))), Blocks(AuditMarkdown.Render(HostileReports.Escalation(text))));
        Assert.Equal(
            Blocks(DigestMarkdown.Render(HostileReports.Digest("text"))), Blocks(DigestMarkdown.Render(HostileReports.Digest(text))));
        Assert.Equal(
            Blocks(TimelineMarkdown.Render(HostileReports.Timeline("text"))),
            Blocks(TimelineMarkdown.Render(HostileReports.Timeline(text))));
    }

    [Theory]
    [InlineData("a_b*c", @"a\_b\*c")]
    [InlineData("[x](javascript:y)", @"\[x\](javascript\:y)")]
    [InlineData("1. one", @"1\. one")]
    [InlineData("at 10:30 in v1.2, (see note) - fine!", "at 10:30 in v1.2, (see note) - fine!")]
    public void Only_what_would_mean_something_is_escaped(string text, string markdown) =>
        Assert.Equal(markdown, MarkdownText.Escape(text));

    private static string[] Blocks(string markdown) =>
    [
        .. ParsedMarkdown.Nodes(markdown)
            .Where(node => node is Block or Table or EmphasisInline)
            .Select(node => node.GetType().Name),
    ];
}
