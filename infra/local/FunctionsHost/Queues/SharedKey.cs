using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http.Features;

namespace LocalFunctionsHost.Queues;

/// <summary>
/// Checks requests that are signed with the account's key: https://learn.microsoft.com/rest/api/storageservices/authorize-with-shared-key.
/// Nobody on this machine reads or writes the queues without it.
/// </summary>
internal sealed class SharedKey(string account, byte[] key)
{
    private static readonly string[] SignedHeaders =
        ["If-Modified-Since", "If-Match", "If-None-Match", "If-Unmodified-Since", "Range"];

    public bool HasSigned(HttpRequest request)
    {
        var signature = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(TextToSign(request)));
        var expected = $"SharedKey {account}:{Convert.ToBase64String(signature)}";
        var given = request.Headers.Authorization.ToString();
        return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(expected), Encoding.UTF8.GetBytes(given));
    }

    private string TextToSign(HttpRequest request)
    {
        var headers = request.Headers;
        var length = request.ContentLength is > 0 ? request.ContentLength.Value.ToString(CultureInfo.InvariantCulture) : "";
        var date = headers.ContainsKey("x-ms-date") ? "" : headers.Date.ToString();
        List<string> lines =
        [
            request.Method, headers.ContentEncoding.ToString(), headers.ContentLanguage.ToString(), length, headers.ContentMD5.ToString(),
            headers.ContentType.ToString(), date, .. SignedHeaders.Select(name => headers[name].ToString()),
            .. headers.Where(header => header.Key.StartsWith("x-ms-", StringComparison.OrdinalIgnoreCase))
                .Select(header => (Name: header.Key.ToLowerInvariant(), Value: header.Value.ToString().Trim()))
                .OrderBy(header => SortKey(header.Name), StringComparer.Ordinal)
                .Select(header => $"{header.Name}:{header.Value}"),
            $"/{account}{request.HttpContext.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget.Split('?')[0]}",
            .. request.Query.OrderBy(parameter => parameter.Key, StringComparer.Ordinal)
                .Select(parameter => $"{parameter.Key.ToLowerInvariant()}:{parameter.Value}"),
        ];
        return string.Join('\n', lines);
    }

    // The service sorts by culture: hyphens do not count, and an underscore, which names of metadata can have, comes before digits.
    private static string SortKey(string header) => header.Replace("-", "", StringComparison.Ordinal).Replace('_', ' ');
}
