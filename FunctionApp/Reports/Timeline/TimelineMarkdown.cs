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
        MarkdownPage.Candidates(page, report.Candidates);
        Append(page, report);
        MarkdownPage.Problems(page, report.Problems);
        return MarkdownPage.End(page, report.Usage);
    }

    /// <summary>Appends channels and entries.</summary>
    /// <param name="page">The page.</param>
    /// <param name="report">The timeline.</param>
    public static void Append(StringBuilder page, TimelineReport report)
    {
        MarkdownPage.Items(page, "Channels", report.Channels.Select(TimelineWords.Of));
        MarkdownPage.Items(page, "Timeline", report.Entries.Select(entry => $"{string.Join(" · ", TimelineWords.Facts(entry))}: {TimelineWords.Said(entry)}"));
    }
}
