using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace FuseDeskFlows.Truto.Readers;

/// <summary>Decodes the encoded words of header lines (RFC 2047): <c>=?UTF-8?Q?Can=27t_log_in?=</c>.</summary>
internal static partial class EncodedWords
{
    /// <summary>Decodes those that are well formed; the others stay as they are.</summary>
    public static string Decode(string line)
    {
        if (!line.Contains("=?", StringComparison.Ordinal))
        {
            return line;
        }

        // Blanks between two encoded words belong to neither, and a character may go across both: they are joined first.
        var joined = Between.Replace(line, "?= =?");
        return Word.Replace(joined.Replace("?= =?", "?==?", StringComparison.Ordinal), match => Text(match) ?? match.Value);
    }

    private static string? Text(Match match)
    {
        try
        {
            var bytes = match.Groups["kind"].ValueSpan is "B" or "b"
                ? Convert.FromBase64String(match.Groups["text"].Value)
                : Bytes(match.Groups["text"].Value);
            var name = match.Groups["charset"].Value;
            var charset = CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
            return charset.GetString(bytes);
        }
        catch (Exception fault) when (fault is FormatException or ArgumentException)
        {
            return null;
        }
    }

    private static byte[] Bytes(string text)
    {
        var bytes = new List<byte>(text.Length);
        for (var index = 0; index < text.Length; index++)
        {
            if (text[index] == '=' && index + 2 < text.Length
                && byte.TryParse(text.AsSpan(index + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
            {
                bytes.Add(value);
                index += 2;
            }
            else
            {
                bytes.AddRange(Encoding.UTF8.GetBytes([text[index] == '_' ? ' ' : text[index]]));
            }
        }

        return [.. bytes];
    }

    [GeneratedRegex(@"\?=\s+=\?", RegexOptions.NonBacktracking)]
    private static partial Regex Between { get; }

    [GeneratedRegex(
        @"=\?(?<charset>[A-Za-z0-9_\-]+)(\*[A-Za-z\-]+)?\?(?<kind>[QBqb])\?(?<text>[^?\s]*)\?=",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Word { get; }
}
