using FuseDeskFlows.Language.Texts.Languages;

namespace FuseDeskFlows.Language.Texts.Mail.Headers;

/// <summary>Lines across a mail, with or without words, above what is not its sender's.</summary>
internal static class DividerLine
{
    private const int MaxLength = 120;
    private const int MinBareLength = 10;

    private static readonly char[] Marks = ['-', '_', '=', '—', '–', '~', '#', '.', ':', '：', '*', ' ', '\u00a0', '<', '>', '['];

    private static readonly HashSet<string> Forwards = Words(table => table.Mail.Forwards);
    private static readonly HashSet<string> Originals = Words(table => table.Mail.Dividers);

    /// <summary>Reads a line that says that another mail follows.</summary>
    /// <returns>What it says; null if it says nothing of the kind.</returns>
    public static QuotationHeaderKind? Read(string line)
    {
        if (line.Length is 0 or > MaxLength || (!Marks.Contains(line[0]) && !Marks.Contains(line[^1])))
        {
            return null;
        }

        var words = line.Trim(Marks);
        var isMarked = words.Length < line.Trim('*', ' ').Length;
        return !isMarked ? null
            : Forwards.Contains(words) ? QuotationHeaderKind.Forward
            : Originals.Contains(words) && IsDash(line) ? QuotationHeaderKind.Block
            : null;
    }

    /// <summary>True for a line that divides something, which only a header below it makes a quotation's.</summary>
    public static bool MayDivide(string line) =>
        line.Length <= MaxLength && IsDash(line) && (line.Trim(Marks).Length > 0 || line.Length >= MinBareLength);

    private static bool IsDash(string line) =>
        line.TrimStart('*', ' ') is ['-' or '_' or '=' or '—' or '–' or '~', '-' or '_' or '=' or '—' or '–' or '~', ..];

    private static HashSet<string> Words(Func<LanguageTable, IReadOnlyList<string>> section) =>
        LanguageTables.All.SelectMany(section).ToHashSet(StringComparer.OrdinalIgnoreCase);
}
