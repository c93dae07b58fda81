using System.Net;
using System.Text.RegularExpressions;

namespace FuseDeskFlows.Truto.Readers;

/// <summary>
/// Mends what mail systems did to a text on its way: entities that were escaped twice, leftovers of a transfer encoding, characters that
/// were read in the wrong encoding. Only where the damage is certain: what somebody may have meant stays as it is.
/// </summary>
internal static partial class DamagedText
{
    // Some systems escape, or misread, what was escaped or misread before.
    private const int MaxRounds = 3;

    /// <summary>Mends a body as it arrived, before markup is taken out.</summary>
    public static string MendTransfer(string raw) => Mojibake.Mend(QuotedPrintable.Mend(raw));

    /// <summary>Mends plain text.</summary>
    public static string Mend(string plain)
    {
        for (var round = 0; round < MaxRounds && IsEscaped(plain); round++)
        {
            plain = WebUtility.HtmlDecode(plain).Replace('\u00a0', ' ');
        }

        return Mojibake.Mend(plain);
    }

    /// <summary>Mends a subject line, which is no HTML, so that every entity in it is damage.</summary>
    public static string MendLine(string line)
    {
        var decoded = Mojibake.Mend(EncodedWords.Decode(line));
        return Mend(HasOnlyEntities(decoded) ? WebUtility.HtmlDecode(decoded).Replace('\u00a0', ' ') : decoded).Trim();
    }

    // Who writes about "&amp;" sets it apart, or has a bare "&" elsewhere; a machine escapes each, also within words.
    private static bool IsEscaped(string text) =>
        text.Contains('&', StringComparison.Ordinal) && Certain.IsMatch(text) && HasOnlyEntities(text);

    private static bool HasOnlyEntities(string text)
    {
        var ampersands = text.AsSpan().Count('&');
        return ampersands > 0 && Entity.Count(text) == ampersands;
    }

    [GeneratedRegex(
        "&(?:[a-z]{2,8}[0-9]{0,2}|#[0-9]{1,6}|#x[0-9a-f]{1,6});",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Entity { get; }

    // An apostrophe or a letter within a word, or "and" between two.
    [GeneratedRegex(
        @"\p{L}&(?:#0*39|#x0*27|apos|[lr]squo|#0*821[67]|#x0*201[89]);\p{L}"
        + @"|\p{L}&(?:[a-z](?:acute|grave|circ|uml|tilde|cedil|ring|slash)|szlig|[ao]elig|#0*(?:19[2-9]|2[0-4][0-9]|25[0-5]));"
        + @"|&(?:[a-z](?:acute|grave|circ|uml|tilde|cedil|ring|slash)|szlig|[ao]elig|#0*(?:19[2-9]|2[0-4][0-9]|25[0-5]));\p{L}"
        + @"|[\p{L}\p{Nd},.] &amp; [\p{L}\p{Nd}]|&amp;(?:#[0-9]{1,6}|[a-z]{2,8});",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Certain { get; }
}
