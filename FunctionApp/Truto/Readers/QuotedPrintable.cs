using System.Globalization;
using System.Text;

namespace FuseDeskFlows.Truto.Readers;

/// <summary>Decodes texts that were left in the transfer encoding "quoted-printable" (RFC 2045).</summary>
internal static class QuotedPrintable
{
    /// <summary>
    /// Decodes a text if it is certainly encoded: each of its equals signs begins a byte or stands at a line's end, as the encoding demands
    /// of all, and one of them stands where nobody writes one.
    /// </summary>
    public static string Mend(string text) => text.Contains('=', StringComparison.Ordinal) && IsEncoded(text) ? Decode(text) : text;

    private static bool IsEncoded(string text)
    {
        var isCertain = false;
        for (var index = text.IndexOf('=', StringComparison.Ordinal); index >= 0; index = text.IndexOf('=', index + 1))
        {
            if (EndOfLine(text, index + 1) > 0)
            {
                isCertain |= index > 0 && index + 2 < text.Length;
            }
            else if (ByteAt(text, index) is { } value)
            {
                // A space is encoded at a line's end alone; a byte that is no ASCII is a letter's, or one of several of a character.
                isCertain |= value switch
                {
                    > 0x7f => ByteAt(text, index + 3) is > 0x7f || (IsLetter(text, index - 1) && IsLetter(text, index + 3)),
                    (byte)' ' => index + 3 == text.Length || EndOfLine(text, index + 3) > 0,
                    _ => false,
                };
            }
            else
            {
                return false;
            }
        }

        return isCertain;
    }

    private static string Decode(string text)
    {
        var decoded = new StringBuilder(text.Length);
        var bytes = new List<byte>();
        for (var index = 0; index < text.Length;)
        {
            if (ByteAt(text, index) is { } value)
            {
                bytes.Add(value);
                index += 3;
            }
            else if (text[index] == '=' && EndOfLine(text, index + 1) is var next and > 0)
            {
                // A line was cut here, perhaps in the middle of a character.
                index = next;
            }
            else
            {
                Flush(bytes, decoded);
                decoded.Append(text[index]);
                index++;
            }
        }

        Flush(bytes, decoded);
        return decoded.ToString();
    }

    private static void Flush(List<byte> bytes, StringBuilder decoded)
    {
        if (bytes.Count > 0)
        {
            decoded.Append(Mojibake.TextOf([.. bytes]));
            bytes.Clear();
        }
    }

    private static byte? ByteAt(string text, int index) =>
        index + 2 < text.Length
        && text[index] == '='
        && byte.TryParse(text.AsSpan(index + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value)
            ? value
            : null;

    private static bool IsLetter(string text, int index) => index >= 0 && index < text.Length && char.IsLetter(text[index]);

    // The index after a line's end; 0 if the line goes on.
    private static int EndOfLine(string text, int index)
    {
        while (index < text.Length && text[index] is ' ' or '\t')
        {
            index++;
        }

        return index >= text.Length ? text.Length
            : text[index] == '\n' ? index + 1
            : text[index] == '\r' ? index + (index + 1 < text.Length && text[index + 1] == '\n' ? 2 : 1)
            : 0;
    }
}
