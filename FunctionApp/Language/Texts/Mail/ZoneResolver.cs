using FuseDeskFlows.FuseDesk;
using FuseDeskFlows.Language.Texts.Mail.Headers;
using FuseDeskFlows.Language.Texts.Mail.Lines;

namespace FuseDeskFlows.Language.Texts.Mail;

/// <summary>Tells whose the lines below a header are: quoted, somebody else's, handed on, or the sender's own after all.</summary>
internal sealed class ZoneResolver(HistoryItem item, MailText mail, Conversation conversation, LineRole[] roles)
{
    private const int MaxGapInSource = 4;

    /// <summary>The header of the mail that is handed on; null if there is none.</summary>
    public QuotationHeader? Forward { get; private set; }

    /// <summary>Tells whose a zone's lines are.</summary>
    /// <param name="zone">The zone.</param>
    /// <param name="isFirst">True for the mail's first.</param>
    /// <param name="hasOwnText">True if the sender wrote more than an introduction outside of all zones.</param>
    /// <param name="saysAnything">True if he wrote anything there.</param>
    public void Resolve(QuotedZone zone, bool isFirst, bool hasOwnText, bool saysAnything)
    {
        var known = new List<int>();
        for (var line = zone.Start; line < zone.End; line++)
        {
            if (mail.Lines[line].EndWord > mail.Lines[line].FirstWord && mail.KnownPart(mail.Lines[line]) >= MailText.MostlyKnown)
            {
                known.Add(line);
            }
        }

        var isForward = zone.Header.Kind == QuotationHeaderKind.Forward
            || (zone.Header.Kind == QuotationHeaderKind.Block && conversation.IsForward(item));
        var isHandedOn = isForward && !IsMostlyKnown(zone);
        if (isHandedOn || (known.Count == 0 && isFirst && !hasOwnText && !IsOfConversation(zone)))
        {
            Forward ??= zone.Header;
            Array.Fill(roles, LineRole.Forwarded, zone.Start, zone.End - zone.Start);
        }
        else if (known.Count == 0 && isFirst && !saysAnything)
        {
            // A mail program put the header on top of what its owner wrote.
            RelabelForeign(zone.Start, zone.End, LineRole.Own);
        }
        else
        {
            ResolveGaps(zone, known, hasOwnText);
        }
    }

    private bool IsOfConversation(QuotedZone zone) =>
        zone.Header.Kind == QuotationHeaderKind.ReplyAbove || conversation.Has(zone.Header, item);

    private bool IsMostlyKnown(QuotedZone zone)
    {
        var (all, known) = (0, 0);
        for (var line = zone.Start; line < zone.End; line++)
        {
            for (var word = mail.Lines[line].FirstWord; word < mail.Lines[line].EndWord; word++)
            {
                all++;
                known += mail.PassageOf(word) is null ? 0 : 1;
            }
        }

        return known >= MailText.MostlyKnown * all;
    }

    // Between two passages that follow each other in their source somebody answers; so he does below the last one, if nowhere else.
    private void ResolveGaps(QuotedZone zone, List<int> known, bool hasOwnText)
    {
        foreach (var line in known)
        {
            roles[line] = LineRole.Quoted;
        }

        AddShortLines(known, zone.End);
        for (var index = 0; index < known.Count; index++)
        {
            if (index + 1 < known.Count && IsAnswerBetween(known[index], known[index + 1]))
            {
                RelabelForeign(known[index] + 1, known[index + 1], LineRole.Own);
            }
        }

        if (known.Count > 0 && zone.End == mail.Lines.Count && !hasOwnText)
        {
            RelabelForeign(known[^1] + 1, zone.End, LineRole.Own);
        }
    }

    // A closing and a name are too short to be looked up: they are quoted where they follow in the source what was quoted last.
    private void AddShortLines(List<int> known, int end)
    {
        if (known.Count == 0)
        {
            return;
        }

        var next = 0;
        for (var line = known[0]; line < end; line++)
        {
            var (first, behind) = (mail.Lines[line].FirstWord, mail.Lines[line].EndWord);
            if (first == behind)
            {
                continue;
            }

            if (roles[line] != LineRole.Quoted && conversation.Text.IsAt(next, mail.Words, first, behind))
            {
                roles[line] = LineRole.Quoted;
                next += behind - first;
            }
            else if (mail.PassageOf(behind - 1) is { } passage)
            {
                next = passage.Source + behind - passage.Start;
            }
        }
    }

    private bool IsAnswerBetween(int line, int next)
    {
        if (next == line + 1)
        {
            return false;
        }

        var (last, first) = (mail.Lines[line].EndWord - 1, mail.Lines[next].FirstWord);
        while (mail.PassageOf(last) is null)
        {
            last--;
        }

        while (mail.PassageOf(first) is null)
        {
            first++;
        }

        var (from, to) = (mail.PassageOf(last)!.Value, mail.PassageOf(first)!.Value);
        var gap = to.Source + first - to.Start - (from.Source + last - from.Start);
        return from.Item == to.Item && gap is > 0 and <= MaxGapInSource;
    }

    private void RelabelForeign(int start, int end, LineRole role)
    {
        for (var line = start; line < end; line++)
        {
            roles[line] = roles[line] == LineRole.Foreign ? role : roles[line];
        }
    }
}
