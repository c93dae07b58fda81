using FuseDeskFlows.EmbeddedHost.Hosting;
using FuseDeskFlows.EmbeddedHost.Hosting.Commands;
using Microsoft.Extensions.Configuration;

namespace FuseDeskFlows.EmbeddedHost.Http;

/// <summary>Decides where to listen.</summary>
internal static class ListenAddresses
{
    private const int DefaultPort = 7071;

    /// <summary>The addresses, from the command line, else the settings, else the default.</summary>
    /// <exception cref="HostStartException">One is not an address, or would let other machines in unasked.</exception>
    public static IReadOnlyList<string> Of(ServeCommand command, IConfiguration settings)
    {
        var urls = command.Port is { } port
            ? Local(port)
            : command.Urls ?? Set(settings["ASPNETCORE_URLS"]) ?? Local(LocalPort(settings["Host:LocalHttpPort"]));
        return [.. urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(u => Check(u, command.AllowNonLoopback))];
    }

    /// <summary>The first address in the form in which this machine can call it.</summary>
    public static string? Reachable(IEnumerable<string> bound) => bound.FirstOrDefault()?
        .Replace("//[::]", "//localhost", StringComparison.Ordinal)
        .Replace("//0.0.0.0", "//localhost", StringComparison.Ordinal)
        .TrimEnd('/');

    // Port 0 cannot be the same free port on both of localhost's addresses.
    private static string Local(int port) => port == 0 ? "http://127.0.0.1:0" : $"http://localhost:{port}";

    // Without any address, Kestrel would listen on one of its own.
    private static string? Set(string? urls) => string.IsNullOrWhiteSpace(urls) ? null : urls;

    private static int LocalPort(string? setting)
    {
        if (setting is null)
        {
            return DefaultPort;
        }

        return ushort.TryParse(setting, out var port)
            ? port
            : throw new HostStartException($"local.settings.json: Host.LocalHttpPort is '{setting}'; it must be a number from 0 to 65535.");
    }

    private static string Check(string url, bool allowNonLoopback)
    {
        // http://*:80 and http://+:80 are addresses to Kestrel, but not to Uri.
        var wildcard = url.Contains("//*", StringComparison.Ordinal) || url.Contains("//+", StringComparison.Ordinal);
        if (!Uri.TryCreate(wildcard ? url.Replace("//*", "//0.0.0.0", StringComparison.Ordinal).Replace("//+", "//0.0.0.0", StringComparison.Ordinal) : url, UriKind.Absolute, out var uri)
            || !string.Equals(uri.Scheme, Uri.UriSchemeHttp, StringComparison.Ordinal))
        {
            throw new HostStartException($"'{url}' is not an address to listen on; http://localhost:7071 is one.");
        }

        return allowNonLoopback || Loopback.IsHost(uri.DnsSafeHost)
            ? url
            : throw new HostStartException(
                $"{url} is not a loopback address. Function keys are not checked here, so anybody who reaches it could use everything; add --allow-non-loopback if that is what you want.");
    }
}
