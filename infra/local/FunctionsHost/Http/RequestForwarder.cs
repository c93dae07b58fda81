using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Http.Features;
using Yarp.ReverseProxy.Forwarder;

namespace LocalFunctionsHost.Http;

/// <summary>Has the worker answer a request: the request goes to the worker's own port, the invocation beside it.</summary>
internal sealed class RequestForwarder(ILoggerFactory loggers) : IDisposable
{
    private const string InvocationIdHeader = "x-ms-invocation-id";
    private const string SenderHeader = "X-Forwarded-For";
    private const int Attempts = 40;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(25);

    // The Functions host's own limit for a request on which nothing moves.
    private static readonly ForwarderRequestConfig Config = new() { ActivityTimeout = TimeSpan.FromSeconds(240) };

    private readonly HttpMessageInvoker _client = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        ConnectCallback = ConnectAsync,

        // As they came: what a header may hold is for the app to say, which reads them by the same encoding.
        RequestHeaderEncodingSelector = (_, _) => Encoding.UTF8,
    });

    // With YARP's own services.
    private readonly IHttpForwarder _forwarder = new ServiceCollection().AddSingleton(loggers).AddLogging().AddHttpForwarder()
        .BuildServiceProvider().GetRequiredService<IHttpForwarder>();

    /// <summary>Takes the request to where the worker takes them, and its answer back. By the id the worker knows the invocation.</summary>
    /// <exception cref="InvalidOperationException">The worker takes no requests, or its answer did not arrive.</exception>
    public async Task<InvocationResponse> ForwardAsync(
        HttpContext http, Uri? destination, string invocationId, Task<InvocationResponse> running)
    {
        if (destination is null)
        {
            throw new InvalidOperationException(
                "The app does not use the ASP.NET Core integration (ConfigureFunctionsWebApplication), which this host needs.");
        }

        http.Request.Headers[InvocationIdHeader] = invocationId;

        // Whatever the sender says of itself: the worker sees only this host.
        http.Request.Headers[SenderHeader] = http.Connection.RemoteIpAddress?.ToString();
        var forwarding = http.Features.GetRequiredFeature<Forwarding>().BeginAsync(
            over => _forwarder.SendAsync(http, destination.ToString(), _client, Config, HttpTransformer.Default, over));
        try
        {
            await running;
        }
        catch (FunctionFailedException)
        {
            // The worker has an answer to a failure too.
            await forwarding;
            throw;
        }

        return await forwarding is ForwarderError.None
            ? await running
            : throw new InvalidOperationException("The answer did not arrive.", http.GetForwarderErrorFeature()?.Exception);
    }

    public void Dispose() => _client.Dispose();

    // The worker tells the host that it is ready a moment before its own port is open.
    private static async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
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
