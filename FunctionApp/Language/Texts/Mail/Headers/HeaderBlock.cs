using System.Text.RegularExpressions;
using FuseDeskFlows.Language.Texts.Languages;

namespace FuseDeskFlows.Language.Texts.Mail.Headers;

/// <summary>
/// Reads the block of fields above a quoted or forwarded mail. "From: Oslo, To: Bergen" is somebody's journey, so that names of fields
/// alone make no header: a subject, an address or a word for sending must be among them.
/// </summary>
internal sealed partial class HeaderBlock
{
    private const int MaxLabelLength = 30;
    private const int MaxLines = 16;
    private const int MaxContinuations = 3;
    private const int Enough = 2;

    private static readonly Dictionary<string, HeaderField> Labels = ReadLabels();

    private readonly List<(HeaderField Field, string Value)> _fields = [];
    private int _lines;

    /// <summary>Reads the block that begins at a line.</summary>
    /// <returns>The header; null if there is none.</returns>
    public static QuotationHeader? Read(IReadOnlyList<MailLine> lines, int start, bool belowDivider)
    {
        if (SplitField(lines[start].Text, known: false) is null)
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

    private bool IsHeader(bool belowDivider)
    {
        if (!_fields.Any(field => field.Field == HeaderField.From))
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
        _fields.Count >= 4 && _fields[0].Value.Contains('@') && _fields.Count(field => field.Value.Contains('@')) > 1;

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
        var pending = 0;
        for (var index = start; index < lines.Count && index < start + MaxLines; index++)
        {
            var line = lines[index];
            if (SplitField(line.Text, onlyKnown) is { } field)
            {
                _fields.Add(field);
                _lines = index - start + 1;
                pending = 0;
            }
            else if (++pending > (line.IsBlank ? onlyKnown ? 1 : 0 : MaxContinuations))
            {
                break;
            }
        }
    }

    private static (HeaderField Field, string Value)? SplitField(string line, bool known)
    {
        var colon = line.AsSpan(0, Math.Min(line.Length, MaxLabelLength)).IndexOfAny(':', '：');
        if (colon < 1)
        {
            return null;
        }

        var label = line[..colon].Trim('*', '_', ' ', '\u00a0');
        if (Labels.TryGetValue(label, out var field))
        {
            return (field, line[(colon + 1)..].Trim('*', '_', ' ', '\u00a0'));
        }

        return known || label.Length == 0 || !label.All(letter => char.IsLetter(letter) || letter is ' ' or '-')
            ? null
            : (HeaderField.Other, line[(colon + 1)..].Trim('*', ' '));
    }

    private static Dictionary<string, HeaderField> ReadLabels()
    {
        var labels = new Dictionary<string, HeaderField>(StringComparer.OrdinalIgnoreCase);
        foreach (var names in LanguageTables.All.Select(table => table.Mail.Headers))
        {
            Add(names.From, HeaderField.From);
            Add(names.Sent, HeaderField.Sent);
            Add(names.Date, HeaderField.Date);
            Add(names.To, HeaderField.To);
            Add(names.Subject, HeaderField.Subject);
            Add(names.Copy, HeaderField.Other);
        }

        return labels;

        void Add(IReadOnlyList<string> names, HeaderField field)
        {
            foreach (var name in names)
            {
                labels.TryAdd(name, field);
            }
        }
    }

    [GeneratedRegex(@"\d{1,2}[:.h]\d{2}", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex TimeOfDay { get; }
}
