using System.Text;

namespace FuseDeskFlows.Truto.Readers;

/// <summary>Mends UTF-8 that was read as Windows-1252: <c>canâ€™t</c>, <c>MÃ¼ller</c>.</summary>
internal static class Mojibake
{
    private const int MaxRounds = 3;

    private static readonly Encoding Windows = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly byte[] Bytes = Table();

    /// <summary>
    /// Puts back each character whose bytes, as they were read, make exactly one: what was read rightly is not touched.
    /// </summary>
    public static string Mend(string text)
    {
        for (var round = 0; round < MaxRounds; round++)
        {
            var mended = MendOnce(text);
            if (ReferenceEquals(mended, text))
            {
                break;
            }

            text = mended;
        }

        return text;
    }

    /// <summary>Reads bytes as UTF-8 if they are that, else as Windows-1252.</summary>
    public static string TextOf(byte[] bytes)
    {
        try
        {
            return Utf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return Windows.GetString(bytes);
        }
    }

    private static string MendOnce(string text)
    {
        StringBuilder? mended = null;
        var end = -1;
        for (var index = 0; index < text.Length;)
        {
            var (length, character) = text[index] > 0x7f ? At(text, index, isAfterMended: index == end) : default;
            if (length == 0)
            {
                mended?.Append(text[index]);
                index++;
                continue;
            }

            mended ??= new StringBuilder(text.Length).Append(text, 0, index);
            mended.Append(character.ToString());
            end = index += length;
        }

        return mended?.ToString() ?? text;
    }

    // The character whose bytes stand at an index, each read as one, and how many they are: 0 if they make none.
    private static (int Length, Rune Character) At(string text, int index, bool isAfterMended)
    {
        var length = ByteOf(text[index]) switch
        {
            >= 0xc2 and <= 0xdf => 2,
            >= 0xe0 and <= 0xef => 3,
            >= 0xf0 and <= 0xf4 => 4,
            _ => 0,
        };
        if (length == 0 || index + length > text.Length || (!isAfterMended && IsQuotedCapital(text, index, length)))
        {
            return default;
        }

        Span<byte> bytes = stackalloc byte[4];
        for (var at = 0; at < length; at++)
        {
            bytes[at] = ByteOf(text[index + at]);
            if (at > 0 && bytes[at] is < 0x80 or > 0xbf)
            {
                return default;
            }
        }

        return
            Rune.DecodeFromUtf8(bytes[..length], out var character, out var used) == System.Buffers.OperationStatus.Done && used == length
            ? (length, character)
            : default;
    }

    // “MAÇÔ ends in a letter and a quotation mark.
    private static bool IsQuotedCapital(string text, int index, int length) =>
        length == 2
        && index > 0
        && char.IsUpper(text[index - 1])
        && !char.IsLetterOrDigit(text[index + 1])
        && ByteOf(text[index + 1]) < 0xa0;

    // 0 for what is ASCII, and for what Windows-1252 lacks.
    private static byte ByteOf(char character) => character < Bytes.Length ? Bytes[character] : (byte)0;

    private static byte[] Table()
    {
        var characters = Enumerable
            .Range(0x80, 0x80)
            .Select(value => (Character: Windows.GetString([(byte)value])[0], Value: (byte)value))
            .ToList();
        var table = new byte[characters.Max(pair => pair.Character) + 1];

        // Bytes that Windows-1252 leaves open stay control characters.
        for (var value = 0x80; value < 0xa0; value++)
        {
            table[value] = (byte)value;
        }

        foreach (var (character, value) in characters)
        {
            table[character] = value;
        }

        return table;
    }
}
