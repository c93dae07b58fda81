using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace LocalFunctionsHost.Worker;

/// <summary>
/// Ports of the loopback interface that nobody listens on. They are below those that systems give to who takes any: such a one could be
/// given to another process before it is used here.
/// </summary>
internal static class FreePort
{
    private const int First = 20_000;
    private const int End = 32_000;

    public static int Next()
    {
        while (true)
        {
            var port = RandomNumberGenerator.GetInt32(First, End);
            try
            {
                using var listener = new TcpListener(IPAddress.Loopback, port);
                listener.Start();
                return port;
            }
            catch (SocketException taken) when (taken.SocketErrorCode == SocketError.AddressAlreadyInUse)
            {
                // Another one, then.
            }
        }
    }
}
