using System.Globalization;
using System.Text;
using System.Text.Unicode;

namespace FuseDeskFlows.Serialization;

/// <summary>
/// Mends JSON whose texts were cut by bytes or by UTF-16 units, right through a character, as PHP does it. The parser takes such texts in
/// and fails only when they are read; the rest of them is still wanted.
/// </summary>
internal static class JsonRepair
{
    private const string Replacement = @"\ufffd";
    private const int Escape = 6; // as long as \u0000

    /// <summary>Mends a document.</summary>
    /// <returns>The very same where nothing is broken; else the document with a replacement for each half of a character.</returns>
    public static ReadOnlyMemory<byte> Repair(ReadOnlyMemory<byte> json)
    {
        var whole = RepairUtf8(json);
        if (whole.Span.IndexOf(@"\ud"u8) < 0 && whole.Span.IndexOf(@"\uD"u8) < 0)
        {
            return whole;
        }

        var text = Encoding.UTF8.GetString(whole.Span);
        var mended = Repair(text);
        return ReferenceEquals(mended, text) ? whole : Encoding.UTF8.GetBytes(mended);
    }

    /// <summary>Whether every character in a document is whole, so that it needs no mending.</summary>
    public static bool IsValid(ReadOnlyMemory<byte> json) => Repair(json).Equals(json);

    /// <summary>Mends what is not UTF-8: old mails come in old encodings.</summary>
    /// <returns>The very same where nothing is broken.</returns>
    public static ReadOnlyMemory<byte> RepairUtf8(ReadOnlyMemory<byte> json) =>
        Utf8.IsValid(json.Span) ? json : Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(json.Span));

    /// <summary>Mends escaped halves of surrogate pairs.</summary>
    /// <param name="json">JSON, or a part of it that begins outside of an escape.</param>
    /// <returns>The very same where nothing is broken.</returns>
    public static string Repair(string json)
    {
        StringBuilder? mended = null;
        var kept = 0;
        for (var index = json.IndexOf('\\'); index >= 0 && index + 1 < json.Length; index = json.IndexOf('\\', index))
        {
            if (Unit(json, index) is not { } unit || !char.IsSurrogate(unit))
            {
                index += 2; // also over an escaped backslash, behind which "ud83d" is plain text
            }
            else if (char.IsHighSurrogate(unit) && Unit(json, index + Escape) is { } low && char.IsLowSurrogate(low))
            {
                index += 2 * Escape;
            }
            else
            {
                (mended ??= new()).Append(json, kept, index - kept).Append(Replacement);
                kept = index += Escape;
            }
        }

        return mended is null ? json : mended.Append(json, kept, json.Length - kept).ToString();
    }

    private static char? Unit(string json, int index) =>
        index + Escape <= json.Length && json[index] == '\\' && json[index + 1] == 'u'
        && ushort.TryParse(json.AsSpan(index + 2, Escape - 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit)
            ? (char)unit
            : null;
}
