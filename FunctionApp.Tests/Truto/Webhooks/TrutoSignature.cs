using System.Security.Cryptography;
using System.Text;

namespace FuseDeskFlows.Tests.Truto.Webhooks;

/// <summary>Signs a delivery as Truto does.</summary>
internal static class TrutoSignature
{
    public static string Sign(string body, string secret) => Sign(Encoding.UTF8.GetBytes(body), secret);

    public static string Sign(ReadOnlySpan<byte> body, string secret) =>
        $"format=sha256,v={Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), body))}";
}
