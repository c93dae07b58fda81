using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace FuseDeskFlows.Triggers.Http;

/// <summary>Azure's own sign-in (Easy Auth), which names the person in headers and takes them out of what comes from outside.</summary>
internal static class PlatformSignIn
{
    /// <summary>The header of the name, or the address, that she signs in by.</summary>
    public const string NameHeader = "X-MS-CLIENT-PRINCIPAL-NAME";

    /// <summary>What the platform sets where its authentication stands before the app.</summary>
    public const string Setting = "WEBSITE_AUTH_ENABLED";

    /// <summary>Whether it stands before the app: without it anybody can write the headers that name the person.</summary>
    /// <param name="platform">What the platform tells of itself, by the environment.</param>
    public static bool IsOn(IConfiguration platform) => string.Equals(platform[Setting], "true", StringComparison.OrdinalIgnoreCase);

    /// <summary>The name of who sent a request; null where the platform does not vouch for it.</summary>
    public static string? FindName(HttpRequest request, IConfiguration platform) =>
        IsOn(platform) && request.Headers[NameHeader] is [{ Length: > 0 } name] ? name : null;
}
