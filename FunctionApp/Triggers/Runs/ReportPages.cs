using System.Text.Json;
using FuseDeskFlows.Orchestrations.Audit;
using FuseDeskFlows.Orchestrations.Digest;
using FuseDeskFlows.Orchestrations.Drafts;
using FuseDeskFlows.Orchestrations.Timeline;
using FuseDeskFlows.Orchestrations.Triage;
using FuseDeskFlows.Reports.Audit;
using FuseDeskFlows.Reports.Digest;
using FuseDeskFlows.Reports.Drafts;
using FuseDeskFlows.Reports.Runs;
using FuseDeskFlows.Reports.Timeline;
using FuseDeskFlows.Reports.Triage;

namespace FuseDeskFlows.Triggers.Runs;

/// <summary>Renders the report of a completed run for people, whatever flow it is of.</summary>
internal static class ReportPages
{
    private static readonly Dictionary<string, (Func<RunView, string> Html, Func<RunView, string> Markdown)> Pages = new(
        StringComparer.Ordinal)
    {
        [CaseTriage.Name] = Of<TriageReport>(TriageHtml.Render, TriageMarkdown.Render),
        [DraftReply.Name] = Of<DraftReport>(DraftHtml.Render, DraftMarkdown.Render),
        [ChatEscalationAudit.Name] = Of<AuditReport>(AuditHtml.Render, AuditMarkdown.Render),
        [CaseDigest.Name] = Of<DigestReport>(DigestHtml.Render, DigestMarkdown.Render),
        [ContactTimeline.Name] = Of<TimelineReport>(TimelineHtml.Render, TimelineMarkdown.Render),
    };

    /// <summary>The HTML page; null if the run has no report that people read.</summary>
    public static string? Html(RunView run) => run.Report is not null && Pages.TryGetValue(run.Name, out var page) ? page.Html(run) : null;

    /// <summary>The Markdown; null if the run has no report that people read.</summary>
    public static string? Markdown(RunView run) =>
        run.Report is not null && Pages.TryGetValue(run.Name, out var page) ? page.Markdown(run) : null;

    private static (Func<RunView, string> Html, Func<RunView, string> Markdown) Of<T>(Func<T, string> html, Func<T, string> markdown) =>
        (run => html(Read<T>(run)), run => markdown(Read<T>(run)));

    private static T Read<T>(RunView run) => run.Report!.Value.Deserialize<T>()!;
}
