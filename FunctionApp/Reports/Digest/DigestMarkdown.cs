using System.Globalization;
using System.Text;
using FuseDeskFlows.Reports.Rendering;

namespace FuseDeskFlows.Reports.Digest;

/// <summary>A digest as Markdown.</summary>
internal static class DigestMarkdown
{
    /// <summary>Renders a digest.</summary>
    /// <param name="report">The digest; every text in it may be hostile.</param>
    /// <returns>Markdown.</returns>
    public static string Render(DigestReport report)
    {
        var page = new StringBuilder()
            .AppendLine(CultureInfo.InvariantCulture, $"# {MarkdownText.Escape(DigestWords.Headline(report))}").AppendLine();
        MarkdownParts.Facts(page, DigestWords.Facts(report.Query));
        MarkdownParts.Facts(page, DigestWords.Facts(report.Totals));
        MarkdownParts.Items(page, "Cases", report.Cases.Select(entry =>
            $"{entry.Id} {DigestWords.Name(entry)} · {entry.Status ?? "status unknown"} · {DigestWords.Turn(entry)} · answered last: {DigestWords.Rep(entry)} · {DigestWords.Line(entry)}"));
        MarkdownParts.Items(page, "By rep", report.Totals.ByRep.Select(total =>
            $"{total.Name ?? $"rep {total.Id}"}: {ReportText.Counted(total.Cases, "case")}, {total.WaitingForTeam} waiting again"));
        MarkdownParts.Problems(page, report.Problems);
        return MarkdownParts.End(page, report.Usage);
    }
}
