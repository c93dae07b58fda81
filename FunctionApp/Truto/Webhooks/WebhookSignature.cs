using System.Security.Cryptography;
using System.Text;

namespace FuseDeskFlows.Truto.Webhooks;

/// <summary>The signature of a delivery: <c>X-Truto-Signature: format=sha256,v=…</c>, an HMAC-SHA256 of the raw body in hex.</summary>
internal static class WebhookSignature
{
    public const string Header = "X-Truto-Signature";

    public static string Sign(ReadOnlySpan<byte> body, string secret) =>
        "format=sha256,v=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), body));

    /// <summary>Checks a signature, in a time that does not tell how much of it was right.</summary>
    public static bool IsValid(string header, ReadOnlySpan<byte> body, string secret)
    {
        var parts = header.Split(',', StringSplitOptions.TrimEntries);
        var given = new byte[HMACSHA256.HashSizeInBytes];
        return parts.Contains("format=sha256", StringComparer.OrdinalIgnoreCase)
            && parts.FirstOrDefault(part => part.StartsWith("v=", StringComparison.OrdinalIgnoreCase)) is { } value
            && value.Length == 2 + (2 * HMACSHA256.HashSizeInBytes)
            && Convert.FromHexString(value.AsSpan(2), given, out _, out _) == System.Buffers.OperationStatus.Done
            && CryptographicOperations.FixedTimeEquals(given, HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), body));
    }
}
