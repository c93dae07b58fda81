using System.Text;

namespace FuseDeskFlows.Truto.Http;

/// <summary>
/// Brings JSON of any charset into UTF-8. JSON is due in it; but what passes an old mail system's text through may say another, and
/// then it is in that.
/// </summary>
internal static class JsonCharset
{
    // Where there is a mark, it tells; the longer marks begin with shorter ones.
    private static readonly Encoding[] Marked = [new UTF32Encoding(bigEndian: false, byteOrderMark: true),
        new UTF32Encoding(bigEndian: true, byteOrderMark: true), Encoding.UTF8, Encoding.Unicode, Encoding.BigEndianUnicode];

    /// <summary>Converts a body.</summary>
    /// <param name="charset">What its header says; null for nothing. A charset that nobody knows is taken for UTF-8.</param>
    /// <returns>The body in UTF-8 without a mark; the very same bytes where it is.</returns>
    public static ReadOnlyMemory<byte> ToUtf8(byte[] body, string? charset)
    {
        if (Array.Find(Marked, encoding => body.AsSpan().StartsWith(encoding.Preamble)) is { } marked)
        {
            return ToUtf8(body.AsMemory(marked.Preamble.Length), marked);
        }

        return ToUtf8(body, Unmarked(body) ?? Named(charset?.Trim('"', '\'', ' ')));
    }

    // JSON begins with a character of ASCII: where its other byte is zero, the units are two bytes long.
    private static Encoding? Unmarked(byte[] body) => body switch
    {
        [not 0, 0, not 0, 0, ..] => Encoding.Unicode,
        [0, not 0, 0, not 0, ..] => Encoding.BigEndianUnicode,
        _ => null,
    };

    private static Encoding Named(string? charset)
    {
        // ASCII is a part of UTF-8; and Latin 1, on the web, means Windows' superset of it.
        var name = charset?.ToUpperInvariant() switch
        {
            null or "" or "UTF8" or "UTF-8" or "US-ASCII" or "ASCII" => null,
            "ISO-8859-1" or "LATIN1" or "ISO8859-1" or "L1" => "windows-1252",
            _ => charset,
        };
        try
        {
            return name is null
                ? Encoding.UTF8
                : CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        }
        catch (ArgumentException)
        {
            return Encoding.UTF8;
        }
    }

    private static ReadOnlyMemory<byte> ToUtf8(ReadOnlyMemory<byte> body, Encoding encoding) =>
        encoding.CodePage == Encoding.UTF8.CodePage ? body : Encoding.UTF8.GetBytes(encoding.GetString(body.Span));
}
