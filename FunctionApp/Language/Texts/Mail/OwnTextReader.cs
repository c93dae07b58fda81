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
        new MarkedQuotations(_mail).Mark(_roles);
        new CopiedPassages(_mail, _conversation, _item.Direction).Mark(_roles);
        var zones = QuotedZones.Find(_lines, _roles);
        var outside = Segments();
        var ownText = Text(outside, lenient: false);
        var hasOwnText = ownText.Length > 0 && !Introduction.IsMatch(ownText);
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
