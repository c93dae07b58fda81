using System.Net;
using System.Net.Sockets;
using FuseDeskFlows.EmbeddedHost.Hosting;

namespace FuseDeskFlows.EmbeddedHost.Http;

/// <summary>Finds out before anything is started whether a port is free.</summary>
internal static class PortCheck
{
    /// <summary>Tries the address for a moment.</summary>
    /// <exception cref="HostStartException">Somebody else listens there.</exception>
    public static void ThrowIfTaken(string address)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Port == 0)
        {
            return;
        }

        IEnumerable<IPAddress> candidates = IPAddress.TryParse(uri.DnsSafeHost, out var given) ? [given] : [IPAddress.Loopback, IPAddress.IPv6Loopback];
        foreach (var candidate in candidates)
        {
            try
            {
                using var probe = new TcpListener(candidate, uri.Port);
                probe.Start();
            }
            catch (SocketException e) when (e.SocketErrorCode == SocketError.AddressAlreadyInUse)
            {
                throw new HostStartException($"Something else listens on {address} already. Stop it, or choose another port by --port.", e);
            }
            catch (SocketException)
            {
                // This machine has no such address; the server says what is wrong with it, if anything.
            }
        }
    }
}
