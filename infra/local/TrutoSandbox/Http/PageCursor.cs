using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace FuseDeskFlows.TrutoSandbox.Http;

/// <summary>A page's place in a list, as text that callers should not look into.</summary>
internal static class PageCursor
{
    private const string Prefix = "offset:";

    /// <summary>Writes the cursor of an offset.</summary>
    public static string Write(int offset) =>
        Base64Url.EncodeToString(Encoding.ASCII.GetBytes(Prefix + offset.ToString(CultureInfo.InvariantCulture)));

    /// <summary>Reads a cursor; none means the start.</summary>
    public static bool TryRead(string? cursor, out int offset)
    {
        offset = 0;
        if (string.IsNullOrEmpty(cursor))
        {
            return true;
        }

        if (!Base64Url.IsValid(cursor))
        {
            return false;
        }

        var text = Encoding.ASCII.GetString(Base64Url.DecodeFromChars(cursor));
        return text.StartsWith(Prefix, StringComparison.Ordinal)
            && int.TryParse(text.AsSpan(Prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out offset);
    }
}
