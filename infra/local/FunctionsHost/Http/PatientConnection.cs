using System.Net.Sockets;

namespace LocalFunctionsHost.Http;

/// <summary>Connects to the worker. It tells the host that it is ready a moment before its own port is open.</summary>
internal static class PatientConnection
{
    private const int Attempts = 40;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(25);

    /// <summary>Connects.</summary>
    /// <exception cref="SocketException">Nobody listens.</exception>
    public static async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                await socket.ConnectAsync(context.DnsEndPoint, cancellationToken);
                return new NetworkStream(socket, ownsSocket: true);
            }
            catch (SocketException e) when (e.SocketErrorCode == SocketError.ConnectionRefused && attempt < Attempts)
            {
                socket.Dispose();
                await Task.Delay(Pause, cancellationToken);
            }
            catch
            {
                socket.Dispose();
                throw;
            }
        }
    }
}
