using System.Globalization;
using FuseDeskFlows.Reports.Rendering;
using Microsoft.AspNetCore.Html;

namespace FuseDeskFlows.Reports.Timeline;

/// <summary>A timeline as a drawing: a lane for each channel, a dot for each entry. It is inline SVG, coloured by the page's style sheet.</summary>
internal static class TimelineDrawing
{
    private const int Left = 105;
    private const int Right = 985;
    private const int FirstLane = 30;
    private const int LaneHeight = 42;

    private static readonly (string Channel, string Name)[] Lanes = [("case", "Cases"), ("chat", "Chats"), ("email", "Emails")];
    private static readonly (string Direction, string Meaning)[] Legend = [("inbound", "from the customer"), ("outbound", "to the customer"), ("internal", "inside the team")];

    /// <summary>Appends the drawing, if there is anything with a date to draw.</summary>
    /// <param name="page">The page.</param>
    /// <param name="entries">The entries, oldest first.</param>
    public static void Append(HtmlContentBuilder page, IReadOnlyList<TimelineEntry> entries)
    {
        var dated = entries.Where(entry => entry.At is not null).ToList();
        if (dated.Count == 0)
        {
            return;
        }

        var (first, last) = (dated.Min(entry => entry.At!.Value), dated.Max(entry => entry.At!.Value));
        page.AppendFormat(CultureInfo.InvariantCulture, "<svg class=\"timeline\" viewBox=\"0 0 1000 {0}\" role=\"img\" aria-label=\"{1} entries from {2} to {3}\">\n",
            FirstLane + (LaneHeight * Lanes.Length) + 14, dated.Count, ReportText.Time(first), ReportText.Time(last));
        for (var lane = 0; lane < Lanes.Length; lane++)
        {
            page.AppendFormat(CultureInfo.InvariantCulture, "<text x=\"0\" y=\"{0}\">{1}</text><line x1=\"{2}\" x2=\"{3}\" y1=\"{4}\" y2=\"{4}\"/>\n",
                Y(lane) + 7, Lanes[lane].Name, Left, Right, Y(lane));
        }

        foreach (var entry in dated)
        {
            var lane = Array.FindIndex(Lanes, known => string.Equals(known.Channel, entry.Channel, StringComparison.Ordinal));
            page.AppendFormat(CultureInfo.InvariantCulture, "<circle class=\"{0}\" cx=\"{1:0.#}\" cy=\"{2}\" r=\"9\"><title>{3}</title></circle>\n",
                entry.Direction, X(entry.At!.Value, first, last), Y(lane), HtmlParts.Joined(TimelineWords.Facts(entry)));
        }

        page.AppendFormat(CultureInfo.InvariantCulture, "<text x=\"{0}\" y=\"{1}\">{2}</text><text class=\"end\" x=\"{3}\" y=\"{1}\">{4}</text>\n</svg>\n",
            Left, FirstLane + (LaneHeight * Lanes.Length) + 4, Day(first), Right, Day(last));
        page.AppendHtml("<p class=\"legend soft\">");
        foreach (var (direction, meaning) in Legend)
        {
            page.AppendFormat(CultureInfo.InvariantCulture, "<span><svg viewBox=\"0 0 10 10\" aria-hidden=\"true\"><circle class=\"{0}\" cx=\"5\" cy=\"5\" r=\"5\"/></svg>{1}</span>\n", direction, meaning);
        }

        page.AppendHtml("</p>\n");
    }

    private static int Y(int lane) => FirstLane + (lane * LaneHeight);

    // Where everything happened at once there is no scale, and the middle is as good as any place.
    private static double X(DateTimeOffset at, DateTimeOffset first, DateTimeOffset last) =>
        last == first ? (Left + Right) / 2.0 : Left + 8 + ((Right - Left - 16) * ((at - first) / (last - first)));

    private static string Day(DateTimeOffset moment) => moment.UtcDateTime.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
}
