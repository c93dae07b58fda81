namespace LocalFunctionsHost.Http;

/// <summary>
/// Tells this machine from the rest of the world. To listen on loopback is not enough: any web page can send its visitor's browser to a
/// port of this machine, or give this machine's address a name of its own and read the answers.
/// </summary>
internal static class Loopback
{
    /// <summary>Lets only those requests pass that this machine's own programs and pages send.</summary>
    public static Task GuardAsync(HttpContext http, RequestDelegate next) => IsForeign(http.Request)
        ? Problems.WriteAsync(
            http,
            StatusCodes.Status403Forbidden,
            "Not of this machine",
            "This host answers only requests of this machine, to localhost. Start it with --allow-non-loopback if others shall reach it.")
        : next(http);

    private static bool IsForeign(HttpRequest request) =>
        (request.Host.HasValue && !ListenAddresses.IsLoopback(request.Host.Host))
        || request.Headers.Origin.Any(origin =>
            !Uri.TryCreate(origin, UriKind.Absolute, out var page) || !ListenAddresses.IsLoopback(page.Host));
}
