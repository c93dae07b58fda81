using System.Net;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace LocalFunctionsHost.Worker;

/// <summary>The port that workers call: gRPC and nothing else, on an address of this machine that the system chooses.</summary>
internal static class WorkerServer
{
    public static async Task<WebApplication> StartAsync(
        FunctionRpcService service, ILoggerFactory loggers, CancellationToken cancellationToken)
    {
        var builder = BareServer.CreateBuilder(loggers, kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2);

            // A message may be as large as its payload; a worker that is busy is no slow client.
            kestrel.Limits.MaxRequestBodySize = null;
            kestrel.Limits.MinRequestBodyDataRate = null;
            kestrel.Limits.MinResponseDataRate = null;
        });
        builder.Services.AddSingleton(service);
        builder.Services.AddGrpc(grpc => (grpc.MaxReceiveMessageSize, grpc.MaxSendMessageSize) = (null, null));
        var app = builder.Build();
        app.MapGrpcService<FunctionRpcService>();
        await app.StartAsync(cancellationToken);
        return app;
    }
}
