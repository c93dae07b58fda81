using System.Net;
using System.Net.Sockets;

namespace LocalHost.Tests.Oracle.Hosts;

/// <summary>Ports that nobody listens on.</summary>
internal static class FreePort
{
    /// <summary>One of them.</summary>
    public static int Next()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
