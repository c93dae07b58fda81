using Microsoft.AspNetCore.Http;

namespace FuseDeskFlows.Triggers.Mcp;

/// <summary>
/// Tells whether a page may call. A browser says where a page is from: without this check, any page that somebody visits could ask an app
/// whose address and key she has.
/// </summary>
internal static class OriginCheck
{
    public static bool Allows(IHeaderDictionary headers, string allowed) => headers.Origin switch
    {
        { Count: 0 } => true,
        [var origin] => IsLoopback(origin) || allowed.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Any(known => string.Equals(known.TrimEnd('/'), origin, StringComparison.OrdinalIgnoreCase)),
        _ => false,
    };

    private static bool IsLoopback(string? origin) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" && address.IsLoopback;
}
