using Grpc.Core;
using LocalFunctionsHost.Worker.Wire;

namespace LocalFunctionsHost.Worker;

/// <summary>Takes workers' calls. Only the worker that is waited for is listened to.</summary>
internal sealed class FunctionRpcService(WorkerDoor door) : FunctionRpc.FunctionRpcBase
{
    /// <inheritdoc />
    public override async Task EventStream(
        IAsyncStreamReader<StreamingMessage> requestStream, IServerStreamWriter<StreamingMessage> responseStream, ServerCallContext context)
    {
        var first = await requestStream.MoveNext(context.CancellationToken) ? requestStream.Current.StartStream : null;
        if (first is null || door.Take(first.WorkerId) is not { } connection)
        {
            throw new Grpc.Core.RpcException(new Status(StatusCode.PermissionDenied, "This host waits for no worker of that id."));
        }

        await connection.RunAsync(requestStream, responseStream, context.CancellationToken);
    }
}
