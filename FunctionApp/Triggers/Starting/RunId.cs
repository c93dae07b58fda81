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

    /// <summary>What it is called where it is no header.</summary>
    public const string Argument = "idempotencyKey";

    private const int MaxKeyLength = 255;

    /// <summary>Parses the key; the value is null if there is none.</summary>
    public static ParseResult<string> ParseKey(IHeaderDictionary headers)
    {
        var values = headers[Header];
        if (values.Count == 0)
        {
            return (string?)null;
        }

        return values is [{ } key] && IsKey(key)
            ? key
            : ApiProblem.InvalidRequest((Header, $"{Header} must be one header of 1 to {MaxKeyLength} printable ASCII characters."));
    }

    /// <summary>Parses a key that is not a header.</summary>
    public static ParseResult<string> ParseKey(string key) => IsKey(key)
        ? key
        : ApiProblem.InvalidRequest((Argument, $"{Argument} must be a text of 1 to {MaxKeyLength} printable ASCII characters."));

    private static bool IsKey(string key) =>
        key is { Length: > 0 and <= MaxKeyLength } && key.All(letter => letter is >= ' ' and <= '~');

    /// <summary>The id that belongs to a key: the same key always gives the same id.</summary>
    public static string FromKey(string flow, string prefix, string key) =>
        $"{prefix}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{flow}\n{key}")))[..32]}";

    public static string New(string prefix) => $"{prefix}-{Guid.NewGuid():N}";
}
