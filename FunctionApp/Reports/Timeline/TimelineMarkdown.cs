using System.Globalization;
using System.Text;
using FuseDeskFlows.Reports.Rendering;

namespace FuseDeskFlows.Reports.Timeline;

/// <summary>A timeline as Markdown.</summary>
internal static class TimelineMarkdown
{
    /// <summary>Renders a timeline.</summary>
    /// <param name="report">The timeline; every text in it may be hostile.</param>
    /// <returns>Markdown.</returns>
    public static string Render(TimelineReport report)
    {
        var page = new StringBuilder()
            .AppendLine(CultureInfo.InvariantCulture, $"# {MarkdownText.Escape(TimelineWords.Headline(report))}").AppendLine();
        MarkdownParts.Candidates(page, report.Candidates);
        Append(page, report);
        MarkdownParts.Problems(page, report.Problems);
        return MarkdownParts.End(page, report.Usage);
    }

    /// <summary>Appends channels and entries.</summary>
    /// <param name="page">The page.</param>
    /// <param name="report">The timeline.</param>
    public static void Append(StringBuilder page, TimelineReport report)
    {
        MarkdownParts.Items(page, "Channels", report.Channels.Select(TimelineWords.Of));
        MarkdownParts.Items(page, "Timeline", report.Entries.Select(entry => $"{string.Join(" · ", TimelineWords.Facts(entry))}: {TimelineWords.Said(entry)}"));
    }
}
