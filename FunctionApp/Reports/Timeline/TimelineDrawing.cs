using FuseDeskFlows.FuseDesk;
using FuseDeskFlows.Reports.Rendering;
using Microsoft.AspNetCore.Html;

namespace FuseDeskFlows.Reports.Timeline;

/// <summary>
/// A timeline as a drawing: a lane for each channel, a dot for each entry. It is inline SVG, coloured by the page's style sheet.
/// </summary>
internal static class TimelineDrawing
{
    private const int Left = 105;
    private const int Right = 985;
    private const int FirstLane = 30;
    private const int LaneHeight = 42;

    private static readonly (string Channel, string Name)[] Lanes = [("case", "Cases"), ("chat", "Chats"), ("email", "Emails")];
    private static readonly (Direction Direction, string Meaning)[] Legend =
    [
        (Direction.Inbound, "from the customer"), (Direction.Outbound, "to the customer"), (Direction.Internal, "inside the team"),
    ];

    /// <summary>Appends the drawing of the entries that have a date, if there are any; they come oldest first.</summary>
    public static void Append(HtmlContentBuilder page, IReadOnlyList<TimelineEntry> entries)
    {
        var dated = entries.Where(entry => entry.At is not null).ToList();
        if (dated.Count == 0)
        {
            return;
        }

        var (first, last) = (dated.Min(entry => entry.At!.Value), dated.Max(entry => entry.At!.Value));
        var bottom = FirstLane + (LaneHeight * Lanes.Length);
        page.Markup($"""<svg class="timeline" viewBox="0 0 1000 {bottom + 14}" role="img" """);
        page.MarkupLine($"""aria-label="{dated.Count} entries from {ReportText.Time(first)} to {ReportText.Time(last)}">""");
        for (var lane = 0; lane < Lanes.Length; lane++)
        {
            page.Markup($"""<text x="0" y="{Y(lane) + 7}">{Lanes[lane].Name}</text>""");
            page.MarkupLine($"""<line x1="{Left}" x2="{Right}" y1="{Y(lane)}" y2="{Y(lane)}"/>""");
        }

        foreach (var entry in dated)
        {
            var lane = Array.FindIndex(Lanes, known => string.Equals(known.Channel, entry.Channel, StringComparison.Ordinal));
            page.Markup($"""<circle class="{TimelineWords.DirectionName(entry.Direction)}" """);
            page.Markup($"""cx="{X(entry.At!.Value, first, last):0.#}" cy="{Y(lane)}" r="9">""");
            page.MarkupLine($"<title>{HtmlParts.Joined(TimelineWords.EntryFacts(entry))}</title></circle>");
        }

        page.Markup($"""<text x="{Left}" y="{bottom + 4}">{ReportText.Day(first)}</text>""");
        page.MarkupLine($"""<text class="end" x="{Right}" y="{bottom + 4}">{ReportText.Day(last)}</text>""");
        page.AppendHtml("</svg>\n<p class=\"legend soft\">");
        foreach (var (direction, meaning) in Legend)
        {
            page.AppendHtml("<span><svg viewBox=\"0 0 10 10\" aria-hidden=\"true\">");
            page.Markup($"""<circle class="{TimelineWords.DirectionName(direction)}" cx="5" cy="5" r="5"/></svg>""");
            page.MarkupLine($"{meaning}</span>");
        }

        page.AppendHtml("</p>\n");
    }

    private static int Y(int lane) => FirstLane + (lane * LaneHeight);

    // Where everything happened at once there is no scale, and the middle is as good as any place.
    private static double X(DateTimeOffset at, DateTimeOffset first, DateTimeOffset last) =>
        last == first ? (Left + Right) / 2.0 : Left + 8 + ((Right - Left - 16) * ((at - first) / (last - first)));
}
