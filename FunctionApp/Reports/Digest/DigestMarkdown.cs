using System.Text;
using FuseDeskFlows.Reports.Rendering;

namespace FuseDeskFlows.Reports.Digest;

/// <summary>A digest as Markdown.</summary>
internal static class DigestMarkdown
{
    public static string Render(DigestReport report)
    {
        var page = new StringBuilder();
        MarkdownParts.Paragraph(page, $"# {MarkdownText.Escape(DigestWords.Headline(report))}");
        MarkdownParts.Facts(page, DigestWords.QueryFacts(report.Query));
        MarkdownParts.Facts(page, DigestWords.TotalsFacts(report.Totals));
        MarkdownParts.Items(page, "Cases", report.Cases.Select(Case));
        MarkdownParts.Items(page, "By rep", report.Totals.ByRep.Select(total =>
            $"{total.Name ?? $"rep {total.Id}"}: {ReportText.Count(total.Cases, "case")}, {total.WaitingForTeam} waiting again"));
        MarkdownParts.Problems(page, report.Problems);
        return MarkdownParts.EndWithCost(page, report.Usage);
    }

    private static string Case(DigestEntry entry)
    {
        var state = $"{entry.Status ?? "status unknown"} · {DigestWords.WhoWaits(entry)} · answered last: {DigestWords.LastRep(entry)}";
        return $"{entry.Id} {DigestWords.Title(entry)} · {state} · {DigestWords.Line(entry)}";
    }
}
