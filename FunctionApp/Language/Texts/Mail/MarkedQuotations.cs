using FuseDeskFlows.Language.Texts.Mail.Lines;

namespace FuseDeskFlows.Language.Texts.Mail;

/// <summary>Finds the quotations that marks at the lines' beginnings tell of, and what of them was wrapped behind the marks.</summary>
internal sealed class MarkedQuotations(MailText mail)
{
    private const int MaxInitials = 4;

    private readonly List<MailLine> _lines = mail.Lines;

    /// <summary>Marks the lines that are quoted, and takes the mark for text where it is none.</summary>
    public void Mark(LineRole[] roles)
    {
        for (var index = 0; index < _lines.Count; index++)
        {
            if (_lines[index].IsQuoted)
            {
                // "> 500 rows" is no quotation.
                var isComparison = IsComparison(index);
                roles[index] = isComparison ? LineRole.Own : LineRole.Quoted;
                _lines[index] = isComparison ? _lines[index] with { Text = $"> {_lines[index].Text}", IsQuoted = false } : _lines[index];
            }
            else if (HasInitials(_lines[index].Text) && mail.KnownPart(_lines[index]) >= MailText.MostlyKnown)
            {
                roles[index] = LineRole.Quoted;
            }
        }

        for (var index = 1; index < _lines.Count; index++)
        {
            if (roles[index - 1] == LineRole.Quoted && IsOverflow(index))
            {
                roles[index] = LineRole.Quoted;
            }
        }
    }

    // Some programs wrap what they quote and mark the first part alone.
    private bool IsOverflow(int index) => _lines[index] is { IsQuoted: false, IsBlank: false } line && line.EndWord > line.FirstWord
        && mail.PassageOf(line.FirstWord) is { } passage && passage.Start < line.FirstWord && mail.KnownPart(line) >= 1;

    // "NQ> Which version do you use?": some programs name who is quoted. A prompt of a console looks so, too, and quotes nobody.
    private static bool HasInitials(string line)
    {
        var mark = line.AsSpan(0, Math.Min(line.Length, MaxInitials + 1)).IndexOf('>');
        return mark > 0 && !line.AsSpan(0, mark).ContainsAnyExceptInRange('A', 'Z');
    }

    private bool IsComparison(int index) => _lines[index].Text is [>= '0' and <= '9', ..]
        && !(index > 0 && _lines[index - 1].IsQuoted)
        && !(index + 1 < _lines.Count && _lines[index + 1].IsQuoted)
        && !(mail.KnownPart(_lines[index]) >= MailText.MostlyKnown);
}
