using LocalFunctionsHost.Worker;
using Microsoft.AspNetCore.Http.Features;
using Yarp.ReverseProxy.Forwarder;

namespace LocalFunctionsHost.Http;

/// <summary>Has the worker answer a request: the request goes to the worker's own port, the invocation beside it.</summary>
internal sealed class RequestForwarder(IHttpForwarder forwarder) : IDisposable
{
    private const string InvocationIdHeader = "x-ms-invocation-id";

    // The Functions host's own limit for a request on which nothing moves.
    private static readonly ForwarderRequestConfig Config = new() { ActivityTimeout = TimeSpan.FromSeconds(240) };

    private readonly HttpMessageInvoker _client = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        ConnectCallback = PatientConnection.ConnectAsync,
    });

    /// <summary>Creates one with YARP's own services.</summary>
    public static RequestForwarder Create(ILoggerFactory loggers) => new(new ServiceCollection()
        .AddSingleton(loggers)
        .AddLogging()
        .AddHttpForwarder()
        .BuildServiceProvider()
        .GetRequiredService<IHttpForwarder>());

    /// <summary>Takes the request to the worker, and its answer back.</summary>
    /// <param name="http">The request.</param>
    /// <param name="destination">Where the worker takes requests; null where it does not.</param>
    /// <param name="invocationId">By which the worker knows which invocation the request belongs to.</param>
    /// <param name="running">The invocation.</param>
    /// <exception cref="InvalidOperationException">The worker takes no requests, or its answer did not arrive.</exception>
    public async Task<InvocationResult> ForwardAsync(HttpContext http, Uri? destination, string invocationId, Task<InvocationResult> running)
    {
        if (destination is null)
        {
            throw new InvalidOperationException(
                "The app does not use the ASP.NET Core integration (ConfigureFunctionsWebApplication), which this host needs for requests.");
        }

        http.Request.Headers[InvocationIdHeader] = invocationId;
        var forwarding = http.Features.GetRequiredFeature<Forwarding>().BeginAsync(
            over => forwarder.SendAsync(http, destination.ToString(), _client, Config, HttpTransformer.Default, over));
        InvocationResult result;
        try
        {
            result = await running;
        }
        catch (FunctionFailedException)
        {
            // The worker has an answer to a failure too.
            await forwarding;
            throw;
        }

        return await forwarding is ForwarderError.None
            ? result
            : throw new InvalidOperationException("The answer did not arrive.", http.GetForwarderErrorFeature()?.Exception);
    }

    /// <inheritdoc />
    public void Dispose() => _client.Dispose();
}
