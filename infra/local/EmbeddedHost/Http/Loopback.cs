using System.Net;
using Microsoft.AspNetCore.Http;

namespace FuseDeskFlows.EmbeddedHost.Http;

/// <summary>
/// Tells this machine from the rest of the world. To listen on loopback is not enough: any web page can send its visitor's browser to a port
/// of this machine, or give this machine's address a name of its own and read the answers.
/// </summary>
internal static class Loopback
{
    /// <summary>Tells whether a host is this machine.</summary>
    /// <param name="host">A name or an address, as it stands in a URL.</param>
    public static bool IsHost(string host) =>
        string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));

    /// <summary>Lets only those requests pass that this machine's own programs and pages send.</summary>
    public static async Task GuardAsync(HttpContext http, RequestDelegate next)
    {
        if (!IsForeign(http.Request))
        {
            await next(http);
            return;
        }

        http.Response.StatusCode = StatusCodes.Status403Forbidden;
        await http.Response.WriteAsync(
            "This host answers only requests of this machine, to localhost. Start it with --allow-non-loopback if others shall reach it.", http.RequestAborted);
    }

    private static bool IsForeign(HttpRequest request) =>
        (request.Host.HasValue && !IsHost(request.Host.Host))
        || request.Headers.Origin.Any(origin => !Uri.TryCreate(origin, UriKind.Absolute, out var page) || !IsHost(page.Host));
}
