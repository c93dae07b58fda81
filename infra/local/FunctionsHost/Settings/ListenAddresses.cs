using System.Net;
using LocalFunctionsHost.Commands;

namespace LocalFunctionsHost.Settings;

/// <summary>Decides where to listen.</summary>
internal static class ListenAddresses
{
    private const int DefaultPort = 7071;

    /// <summary>The addresses, from the command line, else the settings, else the default.</summary>
    /// <param name="command">What was asked for.</param>
    /// <param name="settings">The settings.</param>
    /// <param name="localPort">The port that local.settings.json names.</param>
    /// <exception cref="HostStartException">One is not an address, or would let other machines in unasked.</exception>
    public static IReadOnlyList<string> Of(ServeCommand command, IConfiguration settings, string? localPort)
    {
        var urls = command.Port is { } port
            ? Local(port)
            : command.Urls ?? Set(settings["ASPNETCORE_URLS"]) ?? Local(LocalPort(localPort));
        var addresses = urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return [.. addresses.Select(address => Check(address, command.AllowNonLoopback))];
    }

    /// <summary>Tells whether a host is this machine.</summary>
    /// <param name="host">A name or an address, as it stands in a URL.</param>
    public static bool IsLoopback(string host) =>
        string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));

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

    private static string Check(string address, bool allowNonLoopback)
    {
        // http://*:80 and http://+:80 are addresses to Kestrel, but not to Uri.
        var known = address.Replace("//*", "//0.0.0.0", StringComparison.Ordinal).Replace("//+", "//0.0.0.0", StringComparison.Ordinal);
        if (!Uri.TryCreate(known, UriKind.Absolute, out var uri) || !string.Equals(uri.Scheme, Uri.UriSchemeHttp, StringComparison.Ordinal))
        {
            throw new HostStartException($"'{address}' is not an address to listen on; http://localhost:7071 is one.");
        }

        return allowNonLoopback || IsLoopback(uri.DnsSafeHost)
            ? address
            : throw new HostStartException(
                $"{address} is not a loopback address. Function keys are not checked here, so anybody who reaches it could use everything; "
                + "add --allow-non-loopback if that is what you want.");
    }
}
