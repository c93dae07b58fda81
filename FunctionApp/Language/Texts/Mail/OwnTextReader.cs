using FuseDeskFlows.FuseDesk;

namespace FuseDeskFlows.Language.Texts.Mail;

/// <summary>
/// Tells what a mail's sender wrote from what is quoted or handed on in it. What earlier items have is a quotation, whatever its header
/// says; marks and headers tell the rest.
/// </summary>
internal sealed class OwnTextReader
{
    private const double MostlyKnown = 0.7;
    private const int MaxGapInSource = 4;

    private readonly HistoryItem _item;
    private readonly Conversation _conversation;
    private readonly MailText _mail;
    private readonly List<MailLine> _lines;
    private readonly LineRole[] _roles;
    private readonly MessageEnds _ends;
    private QuotationHeader? _forward;

    private OwnTextReader(HistoryItem item, MailText mail, Conversation conversation)
    {
        (_item, _mail, _conversation) = (item, mail, conversation);
        _lines = mail.Lines;
        _roles = new LineRole[_lines.Count];
        _ends = new(item.AuthorName);
    }

    /// <summary>Reads a mail, of which nothing but the conversation before it is known.</summary>
    public static SeparatedText Read(HistoryItem item, MailText mail, Conversation conversation) =>
        new OwnTextReader(item, mail, conversation).Read();

    private SeparatedText Read()
    {
        MarkQuoted();
        var zones = QuotedZones.Find(_lines, _roles);
        var outside = Segments();
        var ownText = Text(outside, lenient: false);
        var hasOwnText = ownText.Length > 0 && !MessageEnds.IsIntroduction(ownText);
        var saysAnything = Text(outside, lenient: true).Length > 0;
        for (var index = 0; index < zones.Count; index++)
        {
            Resolve(zones[index], index == 0, hasOwnText, saysAnything);
        }

        var segments = Segments();
        var isMarked = zones.Count > 0 || _lines.Exists(line => line.IsQuoted);
        if (!isMarked && Text(segments, lenient: true).Length == 0)
        {
            // Sent once more, not quoted.
            Array.Fill(_roles, LineRole.Own);
            segments = Segments();
        }

        return new()
        {
            Own = Text(segments, lenient: _forward is null),
            Answers = [.. InlineAnswers.Find(_mail, _roles, segments, _ends)],
            Forwarded = _forward is null ? null : new() { From = _forward.From, Subject = _forward.Subject, Text = ForwardedText() },
            SetAside = ForeignText.Read(_mail, _roles),
        };
    }

    private void MarkQuoted()
    {
        for (var index = 0; index < _lines.Count; index++)
        {
            if (_lines[index].IsQuoted)
            {
                // "> 500 rows" is no quotation.
                var isComparison = IsComparison(index);
                _roles[index] = isComparison ? LineRole.Own : LineRole.Quoted;
                _lines[index] = isComparison ? _lines[index] with { Text = $"> {_lines[index].Text}", IsQuoted = false } : _lines[index];
            }
        }

        for (var index = 1; index < _lines.Count; index++)
        {
            if (_roles[index - 1] == LineRole.Quoted && IsOverflow(index))
            {
                _roles[index] = LineRole.Quoted;
            }
        }

        new CopiedPassages(_mail, _conversation, _item.Direction).Mark(_roles);
    }

    // Some programs wrap what they quote and mark the first part alone.
    private bool IsOverflow(int index) => _lines[index] is { IsQuoted: false, IsBlank: false } line && line.EndWord > line.FirstWord
        && _mail.PassageOf(line.FirstWord) is { } passage && passage.Start < line.FirstWord && _mail.KnownPart(line) >= 1;

    private bool IsComparison(int index) => _lines[index].Text is [>= '0' and <= '9', ..]
        && !(index > 0 && _lines[index - 1].IsQuoted) && !(index + 1 < _lines.Count && _lines[index + 1].IsQuoted) && !(_mail.KnownPart(_lines[index]) >= MostlyKnown);

    private void Resolve(QuotedZone zone, bool isFirst, bool hasOwnText, bool saysAnything)
    {
        var known = new List<int>();
        for (var line = zone.Start; line < zone.End; line++)
        {
            if (_lines[line].EndWord > _lines[line].FirstWord && _mail.KnownPart(_lines[line]) >= MostlyKnown)
            {
                known.Add(line);
            }
        }

        var isHandedOn = zone.Header.Kind == QuotationHeaderKind.Forward && !IsMostlyKnown(zone);
        if (isHandedOn || (known.Count == 0 && isFirst && !hasOwnText && !IsOfConversation(zone)))
        {
            _forward ??= zone.Header;
            Array.Fill(_roles, LineRole.Forwarded, zone.Start, zone.End - zone.Start);
        }
        else if (known.Count == 0 && isFirst && !saysAnything)
        {
            // A mail program put the header on top of what its owner wrote.
            Turn(zone.Start, zone.End, LineRole.Own);
        }
        else
        {
            ResolveGaps(zone, known, hasOwnText);
        }
    }

    private bool IsOfConversation(QuotedZone zone) =>
        zone.Header.Kind == QuotationHeaderKind.ReplyAbove || _conversation.Has(zone.Header, _item);

    private bool IsMostlyKnown(QuotedZone zone)
    {
        var (all, known) = (0, 0);
        for (var line = zone.Start; line < zone.End; line++)
        {
            for (var word = _lines[line].FirstWord; word < _lines[line].EndWord; word++)
            {
                all++;
                known += _mail.PassageOf(word) is null ? 0 : 1;
            }
        }

        return known >= MostlyKnown * all;
    }

    // Between two passages that follow each other in their source somebody answers; so he does below the last one, if nowhere else.
    private void ResolveGaps(QuotedZone zone, List<int> known, bool hasOwnText)
    {
        foreach (var line in known)
        {
            _roles[line] = LineRole.Quoted;
        }

        AddShortLines(known, zone.End);
        for (var index = 0; index < known.Count; index++)
        {
            if (index + 1 < known.Count && GoesOn(known[index], known[index + 1]))
            {
                Turn(known[index] + 1, known[index + 1], LineRole.Own);
            }
        }

        if (known.Count > 0 && zone.End == _lines.Count && !hasOwnText)
        {
            Turn(known[^1] + 1, zone.End, LineRole.Own);
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
            var (first, behind) = (_lines[line].FirstWord, _lines[line].EndWord);
            if (first == behind)
            {
                continue;
            }

            if (_roles[line] != LineRole.Quoted && _conversation.Text.IsAt(next, _mail.Words, first, behind))
            {
                _roles[line] = LineRole.Quoted;
                next += behind - first;
            }
            else if (_mail.PassageOf(behind - 1) is { } passage)
            {
                next = passage.Source + behind - passage.Start;
            }
        }
    }

    private bool GoesOn(int line, int next)
    {
        if (next == line + 1)
        {
            return false;
        }

        var (last, first) = (_lines[line].EndWord - 1, _lines[next].FirstWord);
        while (_mail.PassageOf(last) is null)
        {
            last--;
        }

        while (_mail.PassageOf(first) is null)
        {
            first++;
        }

        var (from, to) = (_mail.PassageOf(last)!.Value, _mail.PassageOf(first)!.Value);
        var gap = to.Source + first - to.Start - (from.Source + last - from.Start);
        return from.Item == to.Item && gap is > 0 and <= MaxGapInSource;
    }

    private void Turn(int start, int end, LineRole role)
    {
        for (var line = start; line < end; line++)
        {
            _roles[line] = _roles[line] == LineRole.Foreign ? role : _roles[line];
        }
    }

    // Own lines that nothing but blank ones parts.
    private List<(int Start, int End)> Segments()
    {
        var segments = new List<(int Start, int End)>();
        var start = -1;
        for (var line = 0; line <= _lines.Count; line++)
        {
            var isOwn = line < _lines.Count && (_roles[line] == LineRole.Own || (_lines[line].IsBlank && start >= 0 && _roles[line] == LineRole.Own));
            if (isOwn && start < 0)
            {
                start = line;
            }
            else if (!isOwn && start >= 0)
            {
                segments.Add((start, line));
                start = -1;
            }
        }

        segments.RemoveAll(segment => _lines[segment.Start..segment.End].TrueForAll(line => line.IsBlank));
        return segments;
    }

    private string Text(List<(int Start, int End)> segments, bool lenient)
    {
        var texts = segments
            .Select((segment, index) => _ends.Strip(_lines[segment.Start..segment.End], isFirst: index == 0, lenient: false))
            .Where(text => text.Length > 0)
            .ToList();
        if (texts.Count == 0 && lenient && segments.Count > 0)
        {
            texts.Add(_ends.Strip(_lines[segments[0].Start..segments[0].End], isFirst: true, lenient: true));
        }

        return string.Join("\n\n", texts);
    }

    private string ForwardedText() => string.Join(
        '\n', Enumerable.Range(0, _lines.Count).Where(line => _roles[line] == LineRole.Forwarded).Select(line => _lines[line].Text)).Trim();
}
