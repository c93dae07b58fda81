using FuseDeskFlows.FuseDesk;
using FuseDeskFlows.Language.Texts.Mail.Ends;
using FuseDeskFlows.Language.Texts.Mail.Lines;

namespace FuseDeskFlows.Language.Texts.Mail;

/// <summary>
/// Tells what a mail's sender wrote from what is quoted or handed on in it. What earlier items have is a quotation, whatever its header
/// says; marks and headers tell the rest.
/// </summary>
internal sealed class OwnTextReader
{
    private const int MaxInitials = 4;

    private readonly HistoryItem _item;
    private readonly Conversation _conversation;
    private readonly MailText _mail;
    private readonly List<MailLine> _lines;
    private readonly LineRole[] _roles;
    private readonly MessageTrimmer _trimmer;
    private readonly ZoneResolver _zones;

    private OwnTextReader(HistoryItem item, MailText mail, Conversation conversation)
    {
        (_item, _mail, _conversation) = (item, mail, conversation);
        _lines = mail.Lines;
        _roles = new LineRole[_lines.Count];
        _trimmer = new(item.AuthorName);
        _zones = new(item, mail, conversation, _roles);
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
        var hasOwnText = ownText.Length > 0 && !MessageTrimmer.IsIntroduction(ownText);
        var saysAnything = Text(outside, lenient: true).Length > 0;
        for (var index = 0; index < zones.Count; index++)
        {
            _zones.Resolve(zones[index], index == 0, hasOwnText, saysAnything);
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
            Own = Text(segments, lenient: _zones.Forward is null),
            Answers = [.. InlineAnswers.Find(_mail, _roles, segments, _trimmer)],
            Forwarded = _zones.Forward is { } forward
                ? new() { From = forward.From, Subject = forward.Subject, Text = ForwardedText() }
                : null,
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
            else if (HasInitials(_lines[index].Text) && _mail.KnownPart(_lines[index]) >= MailText.MostlyKnown)
            {
                _roles[index] = LineRole.Quoted;
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

    // "NQ> Which version do you use?": some programs name who is quoted. A prompt of a console looks so, too, and quotes nobody.
    private static bool HasInitials(string line)
    {
        var mark = line.AsSpan(0, Math.Min(line.Length, MaxInitials + 1)).IndexOf('>');
        return mark > 0 && !line.AsSpan(0, mark).ContainsAnyExceptInRange('A', 'Z');
    }

    private bool IsComparison(int index) => _lines[index].Text is [>= '0' and <= '9', ..]
        && !(index > 0 && _lines[index - 1].IsQuoted)
        && !(index + 1 < _lines.Count && _lines[index + 1].IsQuoted)
        && !(_mail.KnownPart(_lines[index]) >= MailText.MostlyKnown);

    // Own lines that nothing but blank ones parts.
    private List<(int Start, int End)> Segments()
    {
        var segments = new List<(int Start, int End)>();
        var start = -1;
        for (var line = 0; line <= _lines.Count; line++)
        {
            var isOwn = line < _lines.Count && _roles[line] == LineRole.Own;
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
            .Select((segment, index) => _trimmer.Strip(_lines[segment.Start..segment.End], isFirst: index == 0, lenient: false))
            .Where(text => text.Length > 0)
            .ToList();
        if (texts.Count == 0 && lenient && segments.Count > 0)
        {
            texts.Add(_trimmer.Strip(_lines[segments[0].Start..segments[0].End], isFirst: true, lenient: true));
        }

        return string.Join("\n\n", texts);
    }

    private string ForwardedText() => string.Join(
        '\n', Enumerable.Range(0, _lines.Count).Where(line => _roles[line] == LineRole.Forwarded).Select(line => _lines[line].Text)).Trim();
}
