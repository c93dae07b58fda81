using System.Net.Sockets;

namespace LocalFunctionsHost.Http;

/// <summary>The port that everybody calls: functions, the management API, and what tells about the host.</summary>
internal sealed class PublicServer : IAsyncDisposable
{
    private const long DefaultBodyLimit = 104_857_600;

    private readonly WebApplication _app;

    private PublicServer(WebApplication app) => _app = app;

    /// <summary>The first address in the form in which this machine can call it.</summary>
    public Uri Address => new(_app.Urls.First()
        .Replace("//[::]", "//localhost", StringComparison.Ordinal)
        .Replace("//0.0.0.0", "//localhost", StringComparison.Ordinal));

    /// <exception cref="HostStartException">Somebody else has it, or it cannot be opened.</exception>
    public static async Task<PublicServer> StartAsync(
        HostSettings settings, ILoggerFactory loggers, Action<WebApplication> map, CancellationToken cancellationToken)
    {
        var app = BareServer.CreateBuilder(loggers, kestrel => kestrel.Limits.MaxRequestBodySize =
            settings.Configuration.GetValue("FUNCTIONS_REQUEST_BODY_SIZE_LIMIT", DefaultBodyLimit)).Build();
        foreach (var address in settings.Addresses)
        {
            app.Urls.Add(address);
        }

        if (!settings.AllowNonLoopback)
        {
            app.Use(Loopback.GuardAsync);
        }

        map(app);
        try
        {
            await app.StartAsync(cancellationToken);
            return new PublicServer(app);
        }
        catch (Exception e) when (e is IOException or SocketException)
        {
            await app.DisposeAsync();
            var (addresses, cause) = (string.Join(" and ", settings.Addresses), e.GetBaseException());
            throw new HostStartException(
                cause is SocketException { SocketErrorCode: SocketError.AddressAlreadyInUse }
                    ? $"Something else listens on {addresses} already. Stop it, or choose another port by --port."
                    : $"The host cannot listen on {addresses}: {cause.Message}",
                e);
        }
    }

    /// <summary>Takes no more connections, and waits for the answers that are under way, until they are given up and cut off.</summary>
    public Task StopAsync(CancellationToken cancellationToken) => _app.StopAsync(cancellationToken);

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
