using System.Text.RegularExpressions;
using FuseDeskFlows.Language.Texts.Mail.Lines;

namespace FuseDeskFlows.Language.Texts.Mail.Headers;

/// <summary>
/// Reads the block of fields above a quoted or forwarded mail. "From: Oslo, To: Bergen" is somebody's journey, so that names of fields
/// alone make no header: an address, a time of day or a word for sending must be among them.
/// </summary>
internal sealed partial class HeaderBlock
{
    private const int MaxLines = 16;
    private const int MaxContinuations = 3;
    private const int Enough = 2;
    private const int MaxLineLength = 600;

    private readonly List<(HeaderField Field, string Value)> _fields = [];
    private int _lines;
    private bool _isBold;

    /// <summary>Reads the block that begins at a line.</summary>
    /// <returns>The header; null if there is none.</returns>
    public static QuotationHeader? Read(IReadOnlyList<MailLine> lines, int start, bool belowDivider)
    {
        if (HeaderFields.Read(lines[start].Text, known: false) is null)
        {
            return null;
        }

        var known = new HeaderBlock();
        known.ReadFields(lines, start, onlyKnown: true);
        var anyLanguage = new HeaderBlock();
        anyLanguage.ReadFields(lines, start, onlyKnown: false);
        var isKnown = known.IsHeader(belowDivider);
        return anyLanguage._fields.Count > known._fields.Count && anyLanguage.LooksLikeHeader()
            ? anyLanguage.Header(isKnown || belowDivider || anyLanguage.IsCertainly())
            : isKnown ? known.Header(isCertain: true)
            : null;
    }

    /// <summary>Finds where a block on one line begins, at the end of a line that has other sentences before it.</summary>
    /// <returns>Its place; -1 if there is none.</returns>
    public static int FindAtEnd(string text)
    {
        for (var at = text.Length - 1; at > Math.Max(1, text.Length - MaxLineLength); at--)
        {
            if (text[at - 1] == ' ' && (text[at - 2] is '.' or '?' or '!' or '。')
                && Read([new(text[at..], IsQuoted: false, FirstWord: 0, EndWord: 0)], 0, belowDivider: false) is not null)
            {
                return at;
            }
        }

        return -1;
    }

    private bool IsHeader(bool belowDivider)
    {
        // A delivery has a sender, a receiver, a date and a subject, too, but neither an address nor a time of day, nor bold labels.
        var isMail = belowDivider || _isBold || Has(HeaderField.Sent)
            || _fields.Any(field => field.Value.Contains('@') || (field.Field == HeaderField.Date && TimeOfDay.IsMatch(field.Value)));
        if (!isMail || !Has(HeaderField.From))
        {
            return false;
        }

        var score = (Has(HeaderField.Subject) ? 2 : 0)
            + (Has(HeaderField.Sent) ? 2 : 0)
            + (_fields.Any(field => field.Field is HeaderField.From or HeaderField.To && field.Value.Contains('@')) ? 2 : 0)
            + (belowDivider ? 2 : 0);
        return score >= Enough && (belowDivider || _fields.Count >= 3 || (_fields.Count == 2 && score > Enough));
    }

    // In a language without a table: three fields or more, an address among them and a time of day.
    private bool LooksLikeHeader() =>
        _fields.Count >= 3 && _fields.Any(field => field.Value.Contains('@')) && _fields.Any(field => TimeOfDay.IsMatch(field.Value));

    // From somebody to somebody, at a time, about something.
    private bool IsCertainly() =>
        _fields.Count >= 4 && _fields[0].Value.Contains('@')
        && (_fields.Count(field => field.Value.Contains('@')) > 1
            || (_fields[0].Value.EndsWith('>') && _fields.Any(field => DayAndTime.IsMatch(field.Value))));

    private bool Has(HeaderField wanted) => _fields.Any(field => field.Field == wanted);

    private QuotationHeader Header(bool isCertain) => new()
    {
        Kind = QuotationHeaderKind.Block,
        Lines = _lines,
        From = Value(HeaderField.From) ?? _fields.Select(field => field.Value).FirstOrDefault(value => value.Contains('@')),
        Subject = Value(HeaderField.Subject) ?? (_fields is [.., (HeaderField.Other, { Length: > 0 } last)] ? last : null),
        IsCertain = isCertain,
    };

    private string? Value(HeaderField wanted) =>
        _fields.Where(field => field.Field == wanted && field.Value.Length > 0).Select(field => field.Value).FirstOrDefault();

    private void ReadFields(IReadOnlyList<MailLine> lines, int start, bool onlyKnown)
    {
        _isBold = lines[start].Text is ['*', ..];
        var pending = 0;
        for (var index = start; index < lines.Count && index < start + MaxLines; index++)
        {
            var line = lines[index];
            if (HeaderFields.Read(line.Text, onlyKnown) is { } field)
            {
                AddFields(field);
                _lines = index - start + 1;
                pending = 0;
            }
            else if (++pending > (line.IsBlank ? onlyKnown ? 1 : 0 : MaxContinuations))
            {
                break;
            }
        }
    }

    // Where HTML was flattened several fields, or all of them, stand on one line.
    private void AddFields((HeaderField Field, string Value) field)
    {
        while (_fields.Count < MaxLines && field.Field != HeaderField.Subject && HeaderFields.Next(field.Value) is { } next)
        {
            _fields.Add((field.Field, field.Value[..next.Start].Trim(HeaderFields.Marks)));
            field = (next.Field, field.Value[next.End..].Trim(HeaderFields.Marks));
        }

        _fields.Add(field);
    }

    [GeneratedRegex(@"\d{4}.*\d{1,2}[:.h]\d{2}", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex DayAndTime { get; }

    [GeneratedRegex(@"\d{1,2}[:.h]\d{2}", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex TimeOfDay { get; }
}
