using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace FuseDeskFlows.Triggers.Runs;

/// <summary>
/// The store's own word for where a list goes on, as callers get it: with a sum that tells it from a text that is none. Stores would
/// answer such a text with an empty list, or fail.
/// </summary>
internal static class ContinuationToken
{
    private const int ChecksumLength = 4;

    public static string Wrap(string token)
    {
        var bytes = Encoding.UTF8.GetBytes(token);
        return Base64Url.EncodeToString([.. Checksum(bytes), .. bytes]);
    }

    /// <returns>The store's own word; null if the text is not one that <see cref="Wrap"/> made.</returns>
    public static string? Unwrap(string text)
    {
        if (!Base64Url.IsValid(text))
        {
            return null;
        }

        var bytes = new byte[Base64Url.GetMaxDecodedLength(text.Length)];
        return Base64Url.TryDecodeFromChars(text, bytes, out var length)
            && length > ChecksumLength
            && bytes.AsSpan(0, ChecksumLength).SequenceEqual(Checksum(bytes.AsSpan(ChecksumLength, length - ChecksumLength)))
            ? Encoding.UTF8.GetString(bytes, ChecksumLength, length - ChecksumLength)
            : null;
    }

    private static ReadOnlySpan<byte> Checksum(ReadOnlySpan<byte> bytes) => SHA256.HashData(bytes).AsSpan(0, ChecksumLength);
}
