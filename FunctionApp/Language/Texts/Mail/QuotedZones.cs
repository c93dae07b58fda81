using FuseDeskFlows.Language.Texts.Mail.Headers;
using FuseDeskFlows.Language.Texts.Mail.Lines;

namespace FuseDeskFlows.Language.Texts.Mail;

/// <summary>
/// Finds the headers in a mail and how far each reaches: over the marked lines that follow, else to the next header or the mail's end.
/// </summary>
internal static class QuotedZones
{
    private const string QuotationMarks = "\"“”„«»「『";

    /// <summary>Marks the lines of headers, and those below them as somebody else's until more is known.</summary>
    /// <returns>The zones below headers whose lines bear no marks, and every forwarded mail's; in the order of the text.</returns>
    public static List<QuotedZone> Find(IReadOnlyList<MailLine> lines, LineRole[] roles)
    {
        var zones = new List<QuotedZone>();
        var hasText = false;
        for (var index = 0; index < lines.Count;)
        {
            if (lines[index].IsQuoted
                && BeginsMarked(lines, index)
                && HeaderFinder.Find(lines, index)
                    is { Kind: QuotationHeaderKind.Forward or QuotationHeaderKind.Block, IsCertain: true } marked)
            {
                // Yahoo quotes what it forwards, with its header.
                var end = EndOfMarked(lines, index);
                Array.Fill(roles, LineRole.Header, index, marked.Lines);
                zones.Add(new(marked, index + marked.Lines, end));
                index = end;
                continue;
            }

            if (lines[index].IsBlank || lines[index].IsQuoted
                || HeaderFinder.Find(lines, index) is not { } header || !IsMeant(header, lines, roles, index))
            {
                hasText |= !lines[index].IsBlank;
                index++;
                continue;
            }

            var start = index + header.Lines;
            Array.Fill(roles, LineRole.Header, index, header.Lines);
            var next = NextText(lines, start);
            index = start;
            if (next < lines.Count && lines[next].IsQuoted)
            {
                index = EndOfMarked(lines, next);
                if (header.Kind == QuotationHeaderKind.Forward)
                {
                    zones.Add(new(header, next, index));
                }
            }
            else if (header.Kind != QuotationHeaderKind.ReplyAbove || hasText)
            {
                // Above the help desk's line there is nothing: it is the desk's own mail, as its rep wrote it.
                if (header.Kind == QuotationHeaderKind.Forward && !zones.Exists(zone => zone.End > start))
                {
                    zones.Add(new(header, start, lines.Count));
                    break;
                }

                Close(zones, start - header.Lines);
                zones.Add(new(header, start, lines.Count));
            }
        }

        foreach (var zone in zones)
        {
            for (var line = zone.Start; line < zone.End; line++)
            {
                roles[line] = roles[line] == LineRole.Own ? LineRole.Foreign : roles[line];
            }
        }

        return zones;
    }

    private static void Close(List<QuotedZone> zones, int end)
    {
        if (zones.Count > 0 && zones[^1].End > end)
        {
            zones[^1] = zones[^1] with { End = end };
        }
    }

    // Somebody may tell of a mail as programs do: then his own quotation marks follow, and no quotation.
    private static bool IsMeant(QuotationHeader header, IReadOnlyList<MailLine> lines, LineRole[] roles, int index)
    {
        var next = NextText(lines, index + header.Lines);
        if (next < lines.Count && (lines[next].IsQuoted || roles[next] == LineRole.Quoted))
        {
            return true;
        }

        return header.IsCertain
            && (header.Kind != QuotationHeaderKind.Attribution || next >= lines.Count || !QuotationMarks.Contains(lines[next].Text[0]));
    }

    private static int NextText(IReadOnlyList<MailLine> lines, int index)
    {
        while (index < lines.Count && lines[index].IsBlank)
        {
            index++;
        }

        return index;
    }

    private static bool BeginsMarked(IReadOnlyList<MailLine> lines, int index) =>
        index == 0 || !(lines[index - 1].IsQuoted || (lines[index - 1].IsBlank && index > 1 && lines[index - 2].IsQuoted));

    private static int EndOfMarked(IReadOnlyList<MailLine> lines, int index)
    {
        while (index < lines.Count && (lines[index].IsQuoted || lines[index].IsBlank))
        {
            index++;
        }

        return index;
    }
}
