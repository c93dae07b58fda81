using System.Net;
using System.Net.Sockets;
using System.Text;

namespace LocalHost.Tests.Oracle.Wire;

/// <summary>A connection a request: what a client library would straighten out goes as it is.</summary>
internal static class RawClient
{
    private const int ChunkBytes = 65_536;

    /// <summary>Sends a request and reads to the end of the connection.</summary>
    public static async Task<RawAnswer> SendAsync(int port, RawRequest request, CancellationToken cancellationToken)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, port, cancellationToken);
        var stream = client.GetStream();
        var sending = SendAsync(stream, port, request, cancellationToken);
        var received = new MemoryStream();
        try
        {
            await stream.CopyToAsync(received, cancellationToken);
        }
        catch (IOException)
        {
            // Closed hard while it was still being sent to: what came before that is the answer.
        }

        await sending;
        return RawAnswer.Parse(received.ToArray());
    }

    private static async Task SendAsync(NetworkStream stream, int port, RawRequest request, CancellationToken cancellationToken)
    {
        try
        {
            await stream.WriteAsync(request.Head(port), cancellationToken);
            if (request.Body is null)
            {
                return;
            }

            if (!request.IsChunked)
            {
                await stream.WriteAsync(request.Body, cancellationToken);
                return;
            }

            foreach (var chunk in request.Body.Chunk(ChunkBytes))
            {
                await stream.WriteAsync(Encoding.ASCII.GetBytes($"{chunk.Length:x}\r\n"), cancellationToken);
                await stream.WriteAsync(chunk, cancellationToken);
                await stream.WriteAsync("\r\n"u8.ToArray(), cancellationToken);
            }

            await stream.WriteAsync("0\r\n\r\n"u8.ToArray(), cancellationToken);
        }
        catch (IOException)
        {
            // A host may answer and close before it has read all.
        }
    }
}
