using System.Net;

namespace LocalFunctionsHost.Settings;

internal static class ListenAddresses
{
    public const int DefaultPort = 7071;

    /// <summary>Where to listen: as the command line says, else the settings, else the port that local.settings.json names.</summary>
    /// <exception cref="HostStartException">One is not an address, or would let other machines in unasked.</exception>
    public static IReadOnlyList<string> Of(HostSetup setup, IConfiguration settings, string? localPort)
    {
        var urls = setup.Port is { } port ? Local(port) : setup.Urls ?? settings["ASPNETCORE_URLS"];

        // Without any address, Kestrel would listen on one of its own.
        var addresses = (string.IsNullOrWhiteSpace(urls) ? Local(LocalPort(localPort)) : urls)
            .Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return [.. addresses.Select(address => Check(address, setup.AllowNonLoopback))];
    }

    /// <summary>Whether a host, a name or an address as it stands in a URL, is this machine.</summary>
    public static bool IsLoopback(string host) =>
        string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));

    // Port 0 cannot be the same free port on both of localhost's addresses.
    private static string Local(int port) => port == 0 ? "http://127.0.0.1:0" : $"http://localhost:{port}";

    private static int LocalPort(string? setting) =>
        setting is null ? DefaultPort
        : ushort.TryParse(setting, out var port) ? port
        : throw new HostStartException($"local.settings.json: Host.LocalHttpPort is '{setting}'; it must be a number from 0 to 65535.");

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
