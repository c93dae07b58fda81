using System.Text.Json;
using FuseDeskFlows.Orchestrations.Agent;
using FuseDeskFlows.Orchestrations.Audit;
using FuseDeskFlows.Orchestrations.Chats;
using FuseDeskFlows.Orchestrations.Digest;
using FuseDeskFlows.Orchestrations.Drafts;
using FuseDeskFlows.Orchestrations.Timeline;
using FuseDeskFlows.Orchestrations.Triage;
using FuseDeskFlows.Orchestrations.Writes;
using FuseDeskFlows.Reports.Agent;
using FuseDeskFlows.Reports.Audit;
using FuseDeskFlows.Reports.Chats;
using FuseDeskFlows.Reports.Components;
using FuseDeskFlows.Reports.Digest;
using FuseDeskFlows.Reports.Drafts;
using FuseDeskFlows.Reports.Runs;
using FuseDeskFlows.Reports.Timeline;
using FuseDeskFlows.Reports.Triage;
using FuseDeskFlows.Reports.Writes;

namespace FuseDeskFlows.Triggers.Runs;

/// <summary>Renders the report of a completed run for people, whatever flow it is of.</summary>
internal static class ReportPages
{
    private static readonly Dictionary<string,
        (Func<RunDetail, HtmlPage> Html, Func<RunDetail, string> Markdown)> Pages = new(StringComparer.Ordinal)
        {
            [CaseTriage.Name] = Of<TriageReport, TriageView>(report => $"Triage: {TriageWords.Heading(report)}", TriageMarkdown.Render),
            [DraftReply.Name] = Of<DraftReport, DraftView>(report => $"Draft: {DraftWords.Heading(report)}", DraftMarkdown.Render),
            [ChatEscalationAudit.Name] = Of<AuditReport, AuditView>(AuditWords.Headline, AuditMarkdown.Render),
            [ChatSummary.Name] = Of<ChatSummaryReport, ChatSummaryView>(
            report => $"Chat: {ChatSummaryWords.Heading(report)}", ChatSummaryMarkdown.Render),
            [CaseDigest.Name] = Of<DigestReport, DigestView>(DigestWords.Headline, DigestMarkdown.Render),
            [ContactTimeline.Name] = Of<TimelineReport, TimelineView>(TimelineWords.Headline, TimelineMarkdown.Render),
            [AgentRun.Name] = Of<AgentReport, AgentView>(_ => AgentWords.Headline, AgentMarkdown.Render),
            [ToolWrite.Name] = Of<WriteReport, WriteView>(WriteWords.Heading, WriteMarkdown.Render),
        };

    /// <summary>Tells whether a flow has reports that people read.</summary>
    public static bool Has(string flow) => Pages.ContainsKey(flow);

    /// <summary>The HTML page; null if the run has no report that people read.</summary>
    public static HtmlPage? Html(RunDetail run) =>
        run.Report is not null && Pages.TryGetValue(run.Name, out var page) ? page.Html(run) : null;

    /// <summary>The Markdown; null if the run has no report that people read.</summary>
    public static string? Markdown(RunDetail run) =>
        run.Report is not null && Pages.TryGetValue(run.Name, out var page) ? page.Markdown(run) : null;

    private static (Func<RunDetail, HtmlPage> Html, Func<RunDetail, string> Markdown) Of<TReport, TView>(
        Func<TReport, string> title, Func<TReport, string> markdown)
        where TReport : class
        where TView : ReportView<TReport> =>
        (run => ReportPage.Of<TReport, TView>(Read<TReport>(run), title), run => markdown(Read<TReport>(run)));

    private static T Read<T>(RunDetail run) => run.Report!.Value.Deserialize<T>()!;
}
