using System.Text.RegularExpressions;
using FuseDeskFlows.Language.Texts.Languages;
using FuseDeskFlows.Language.Texts.Mail.Lines;

namespace FuseDeskFlows.Language.Texts.Mail.Headers;

/// <summary>
/// Reads the sentence that mail programs write above a quotation, which they wrap over several lines. People write such sentences too:
/// one without an address, or without day and time, is a header only where a quotation follows.
/// </summary>
internal static partial class AttributionLine
{
    private const int MaxLines = 4;
    private const int MaxLength = 300;
    private const int MaxWordsBehindAddress = 10;

    private static readonly List<WildcardPattern> Forms =
    [
        .. LanguageTables.All
            .SelectMany(table => table.Mail.Attributions)
            .Distinct(StringComparer.Ordinal)
            .Select(form => new WildcardPattern(form)),
    ];

    private static readonly List<WildcardPattern> Anchored = Forms.FindAll(form => form.IsAnchored);

    /// <summary>Reads the attribution that begins at a line.</summary>
    /// <returns>The header; null if there is none.</returns>
    public static QuotationHeader? Read(IReadOnlyList<MailLine> lines, int start)
    {
        var whole = "";
        for (var count = 1; count <= MaxLines && start + count <= lines.Count; count++)
        {
            var line = lines[start + count - 1];
            if (line.IsBlank || line.IsQuoted != lines[start].IsQuoted || whole.Length + line.Text.Length > MaxLength)
            {
                return null;
            }

            whole = count == 1 ? line.Text : $"{whole} {line.Text}";
            if (WildcardPattern.Normalise(line.Text) is [.., ':'])
            {
                return Read(lines[start].Text, whole, count);
            }
        }

        return null;
    }

    /// <summary>Finds where an attribution begins at the end of a line that has other sentences before it.</summary>
    /// <returns>Its place; -1 if there is none.</returns>
    public static int FindAtEnd(string text)
    {
        if (WildcardPattern.Normalise(text) is not [.., ':'])
        {
            return -1;
        }

        var found = -1;
        for (var at = text.Length - 1; at > Math.Max(0, text.Length - MaxLength); at--)
        {
            if (at > 1 && text[at - 1] == ' ' && (text[at - 2] is '.' or '?' or '!' or '。')
                && Read(text[at..], text[at..], lines: 1) is not null)
            {
                found = at;
                if (Anchored.Exists(form => form.IsMatch(WildcardPattern.Normalise(text[at..]))))
                {
                    break;
                }
            }
        }

        return found;
    }

    private static QuotationHeader? Read(string first, string whole, int lines)
    {
        var line = WildcardPattern.Normalise(whole);
        var address = Address.Match(line) is { Success: true } match ? match.Value : null;
        var mayBegin = MayBegin(first, line, lines);
        var isForm = (mayBegin ? Forms : Anchored).Exists(form => form.IsMatch(line));
        var hasTime = TimeOfDay.IsMatch(line) && Year.IsMatch(line);

        // In a language without a table: who, and when.
        var tellsWhoAndWhen = mayBegin && (hasTime || (address is not null && Year.IsMatch(line)));
        if (!(isForm ? address is not null || line.Any(char.IsDigit) : tellsWhoAndWhen))
        {
            return null;
        }

        return new()
        {
            Kind = QuotationHeaderKind.Attribution,
            Lines = lines,
            From = address,
            IsCertain = isForm ? address is not null || hasTime : hasTime && (EndsWithAddress.IsMatch(line) || IsOfOtherLanguage(line)),
        };
    }

    // Who, when and a verb, in a language of which no table knows prose either.
    private static bool IsOfOtherLanguage(string line) =>
        NamedAddress.Match(line) is { Success: true } named
        && Year.IsMatch(line)
        && line[(named.Index + named.Length)..].Split(' ').Length <= MaxWordsBehindAddress
        && LanguageGuess.Of(line) is null;

    // Without its own beginning a form would swallow the prose above it: wrapped lines hold a name and an address, and no sentence; over
    // more than two of them the first has the date, or the second begins with the address.
    private static bool MayBegin(string first, string line, int lines) => lines == 1
        || (first is not [.., '.' or '?' or '!' or '。'] && line.Contains('@', StringComparison.Ordinal) && !SentenceEnd.IsMatch(line)
            && (lines == 2 || Year.IsMatch(first) || line.AsSpan(first.Length).TrimStart() is ['<', ..]));

    [GeneratedRegex(@"[^\s<>\[\]():,;""]{1,80}@[^\s<>\[\]():,;""]{1,120}", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Address { get; }

    [GeneratedRegex(@"\d{1,2}\s?[:.h時시点點]\s?\d{2}", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex TimeOfDay { get; }

    // A word behind the address may be anybody's: "I wrote to her <address> this:".
    [GeneratedRegex(@"<[^<>\s]{1,80}@[^<>\s]{1,120}>\s?:$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex EndsWithAddress { get; }

    [GeneratedRegex(@"\p{L}\s?[<(]\s?[^<>()\s]{1,80}@[^<>()\s]{1,120}[>)]", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex NamedAddress { get; }

    [GeneratedRegex(@"\d{4}|\d{1,2}[./-]\d{1,2}[./-]\d{2}", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Year { get; }

    [GeneratedRegex(@"\p{Ll}[.?!]\s+\p{Lu}|[。？！]", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex SentenceEnd { get; }
}
