using System.Net;
using System.Net.Sockets;

namespace FuseDeskFlows.Benchmarks.Processes;

/// <summary>Finds ports that nobody listens on.</summary>
internal static class FreePort
{
    /// <summary>A port of the loopback interface.</summary>
    /// <returns>Its number.</returns>
    public static int Find()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
