using System.Text;
using FuseDeskFlows.Reports.Rendering;

namespace FuseDeskFlows.Reports.Timeline;

/// <summary>A timeline as Markdown.</summary>
internal static class TimelineMarkdown
{
    public static string Render(TimelineReport report)
    {
        var page = new StringBuilder();
        MarkdownParts.Paragraph(page, $"# {MarkdownText.Escape(TimelineWords.Headline(report))}");
        MarkdownParts.Candidates(page, report.Candidates);
        Append(page, report);
        MarkdownParts.Problems(page, report.Problems);
        return MarkdownParts.EndWithCost(page, report.Usage);
    }

    /// <summary>Appends channels and entries.</summary>
    public static void Append(StringBuilder page, TimelineReport report)
    {
        MarkdownParts.Items(page, "Channels", report.Channels.Select(TimelineWords.ChannelText));
        MarkdownParts.Items(page, "Timeline", report.Entries.Select(entry =>
            $"{string.Join(" · ", TimelineWords.EntryFacts(entry))}: {TimelineWords.EntryText(entry)}"));
    }
}
