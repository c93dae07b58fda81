using System.Security.Cryptography;
using System.Text;
using FuseDeskFlows.Triggers.Http;
using Microsoft.AspNetCore.Http;

namespace FuseDeskFlows.Triggers.Starting;

/// <summary>Ids of runs. They never contain what a run is about, since they appear in logs and addresses.</summary>
internal static class RunId
{
    /// <summary>The header by which a caller makes a POST repeatable.</summary>
    public const string Header = "Idempotency-Key";

    private const int MaxKeyLength = 255;

    /// <summary>Reads the key.</summary>
    /// <param name="headers">The request's headers.</param>
    /// <returns>The key, null if there is none; or what is wrong.</returns>
    public static ParseResult<string> ReadKey(IHeaderDictionary headers)
    {
        var values = headers[Header];
        if (values.Count == 0)
        {
            return (string?)null;
        }

        return values is [{ Length: > 0 and <= MaxKeyLength } key] && key.All(letter => letter is >= ' ' and <= '~')
            ? key
            : ApiProblem.InvalidRequest((Header, $"{Header} must be one header of 1 to {MaxKeyLength} printable ASCII characters."));
    }

    /// <summary>The id that belongs to a key: the same key always gives the same id.</summary>
    /// <param name="flow">The flow's name.</param>
    /// <param name="prefix">What the id begins with.</param>
    /// <param name="key">The caller's key.</param>
    /// <returns>The id.</returns>
    public static string Of(string flow, string prefix, string key) =>
        $"{prefix}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{flow}\n{key}")))[..32]}";

    /// <summary>A new id.</summary>
    /// <param name="prefix">What the id begins with.</param>
    /// <returns>The id.</returns>
    public static string New(string prefix) => $"{prefix}-{Guid.NewGuid():N}";
}
