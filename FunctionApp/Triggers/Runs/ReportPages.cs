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
    /// <summary>The HTML page; null if the run has no report that people read.</summary>
    public static string? Html(RunView run) => run switch
    {
        { Report: null } => null,
        { Name: CaseTriage.Name } => TriageHtml.Render(Read<TriageReport>(run)),
        { Name: DraftReply.Name } => DraftHtml.Render(Read<DraftReport>(run)),
        { Name: ChatEscalationAudit.Name } => EscalationHtml.Render(Read<EscalationReport>(run)),
        { Name: CaseDigest.Name } => DigestHtml.Render(Read<DigestReport>(run)),
        { Name: ContactTimeline.Name } => TimelineHtml.Render(Read<TimelineReport>(run)),
        _ => null,
    };

    /// <summary>The Markdown; null if the run has no report that people read.</summary>
    public static string? Markdown(RunView run) => run switch
    {
        { Report: null } => null,
        { Name: CaseTriage.Name } => TriageMarkdown.Render(Read<TriageReport>(run)),
        { Name: DraftReply.Name } => DraftMarkdown.Render(Read<DraftReport>(run)),
        { Name: ChatEscalationAudit.Name } => EscalationMarkdown.Render(Read<EscalationReport>(run)),
        { Name: CaseDigest.Name } => DigestMarkdown.Render(Read<DigestReport>(run)),
        { Name: ContactTimeline.Name } => TimelineMarkdown.Render(Read<TimelineReport>(run)),
        _ => null,
    };

    private static T Read<T>(RunView run) => run.Report!.Value.Deserialize<T>()!;
}
