using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace FuseDeskFlows.Truto.Webhooks;

/// <summary>
/// The signature of a delivery: <c>X-Truto-Signature: format=sha256,v=…</c>, an HMAC-SHA256 of the raw body in hex. While a secret is
/// changed for another there may be several, one by each.
/// </summary>
internal static class WebhookSignature
{
    public const string Header = "X-Truto-Signature";

    private const string Format = "format=";
    private const string Value = "v=";

    // More than anybody sends; each is compared, whoever sent it.
    private const int MaxSignatures = 16;

    /// <summary>
    /// Checks whether one of the signatures is by one of the secrets, in a time that does not tell which, nor how much was right.
    /// </summary>
    /// <param name="headers">The header's lines, each with one or several signatures.</param>
    public static bool IsValid(IEnumerable<string?> headers, ReadOnlySpan<byte> body, IEnumerable<string> secrets)
    {
        var given = headers.SelectMany(Signatures).Take(MaxSignatures).ToList();
        var isValid = false;
        foreach (var secret in secrets)
        {
            var own = HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), body);
            foreach (var signature in given)
            {
                isValid |= CryptographicOperations.FixedTimeEquals(signature, own);
            }
        }

        return isValid;
    }

    // A format counts for the values that follow it.
    private static IEnumerable<byte[]> Signatures(string? header)
    {
        var isKnown = false;
        foreach (var part in (header ?? "").Split([',', ';', ' ', '\t'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (part.StartsWith(Format, StringComparison.OrdinalIgnoreCase))
            {
                isKnown = part.AsSpan(Format.Length).Equals("sha256", StringComparison.OrdinalIgnoreCase);
            }
            else if (isKnown
                && part.StartsWith(Value, StringComparison.OrdinalIgnoreCase)
                && Bytes(part.AsSpan(Value.Length)) is { } signature)
            {
                yield return signature;
            }
        }
    }

    private static byte[]? Bytes(ReadOnlySpan<char> hex)
    {
        var bytes = new byte[HMACSHA256.HashSizeInBytes];
        return hex.Length == 2 * bytes.Length && Convert.FromHexString(hex, bytes, out _, out _) == OperationStatus.Done ? bytes : null;
    }
}
