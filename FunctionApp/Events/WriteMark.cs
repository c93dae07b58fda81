using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using FuseDeskFlows.Truto.Readers;

namespace FuseDeskFlows.Events;

/// <summary>
/// What tells the app's own texts: <c>[fusedeskflows] 3f0c9a1be2d47786</c> on a line of its own. The first half of the number names the
/// write, so that it is found again when its answer was lost; the second half is a sum over the text before it. A customer who quotes the
/// whole writes more than the sum covers, and is heard.
/// </summary>
internal static class WriteMark
{
    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789abcdef");

    private const int Half = 8;
    private const int Length = 2 * Half;

    /// <summary>Signs a text; one that is signed already is signed anew.</summary>
    /// <param name="marker">The setting <c>CaseEvents:Marker</c>; empty for none.</param>
    /// <param name="write">The write's own id.</param>
    /// <returns>The text as it is written; itself if there is no marker.</returns>
    public static string Sign(string text, string marker, string write)
    {
        if (marker.Length == 0)
        {
            return text;
        }

        var isSigned = Find(text, marker) is { } last && string.IsNullOrWhiteSpace(text[last.End..]);
        var unsigned = (isSigned ? text[..Find(text, marker)!.Value.Start] : text).TrimEnd();
        var name = Hash(write);
        return $"{unsigned}\n\n{marker} {name}{Sum(unsigned, name)}";
    }

    /// <summary>What a signed text can be found by; null if it is not signed.</summary>
    public static string? TokenOf(string text, string marker) => Find(text, marker)?.Token;

    /// <summary>Tells whether a text is the app's own: signed by it, and nothing else than what was signed.</summary>
    /// <returns>True also for a bare marker, by which other producers of events tell their own.</returns>
    public static bool IsOwn(string text, string marker)
    {
        if (marker.Length == 0 || !text.Contains(marker, StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        return Find(text, marker) is null || IsWhole(text, marker) || IsWhole(PlainText.StripMarkup(text), marker);
    }

    private static bool IsWhole(string text, string marker) =>
        Find(text, marker) is (var start, var end, var token)
        && Letters(text[end..]).Length == 0
        && string.Equals(token[Half..], Sum(text[..start], token[..Half]), StringComparison.Ordinal);

    private static (int Start, int End, string Token)? Find(string text, string marker)
    {
        if (marker.Length == 0 || text.LastIndexOf(marker, StringComparison.OrdinalIgnoreCase) is not (>= 0 and var start))
        {
            return null;
        }

        var from = start + marker.Length;
        while (from < text.Length && char.IsWhiteSpace(text[from]))
        {
            from++;
        }

        return from + Length <= text.Length && text.AsSpan(from, Length).ContainsAnyExcept(Digits) is false
            ? (start, from + Length, text.Substring(from, Length))
            : null;
    }

    // Line ends, blanks and marks may come back otherwise than they were sent.
    private static string Sum(string text, string name) => Hash($"{name}\n{Letters(text)}");

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit));

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..Half];
}
