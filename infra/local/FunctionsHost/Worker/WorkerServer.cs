using System.Net;
using LocalFunctionsHost.Jobs;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace LocalFunctionsHost.Worker;

/// <summary>The port that workers call: gRPC and nothing else, on an address of this machine that the system chooses.</summary>
internal sealed class WorkerServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private WorkerServer(WebApplication app) => _app = app;

    /// <summary>Where workers call.</summary>
    public Uri Address => new(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());

    /// <summary>Opens the port.</summary>
    public static async Task<WorkerServer> StartAsync(WorkerDoor door, ILoggerFactory loggers, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2);

            // A message may be as large as its payload; a worker that is busy is no slow client.
            kestrel.Limits.MaxRequestBodySize = null;
            kestrel.Limits.MinRequestBodyDataRate = null;
            kestrel.Limits.MinResponseDataRate = null;
        });
        builder.Services.AddRouting();
        builder.Services.AddSingleton(loggers);
        builder.Services.AddSingleton<IHostLifetime, NoSignals>();
        builder.Services.AddSingleton(new FunctionRpcService(door));
        builder.Services.AddGrpc(grpc =>
        {
            grpc.MaxReceiveMessageSize = null;
            grpc.MaxSendMessageSize = null;
        });
        var app = builder.Build();
        app.MapGrpcService<FunctionRpcService>();
        await app.StartAsync(cancellationToken);
        return new WorkerServer(app);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        // Whoever still calls has nothing to say that anybody would hear.
        using var atOnce = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));
        await _app.StopAsync(atOnce.Token);
        await _app.DisposeAsync();
    }
}
