using Grpc.Core;

namespace LocalFunctionsHost.Worker;

/// <summary>Takes workers' calls. Only the worker that is waited for is listened to, and only once.</summary>
internal sealed class FunctionRpcService : FunctionRpc.FunctionRpcBase
{
    private WorkerConnection? _expected;

    public void Expect(WorkerConnection connection) => Interlocked.Exchange(ref _expected, connection);

    public override async Task EventStream(
        IAsyncStreamReader<StreamingMessage> requestStream, IServerStreamWriter<StreamingMessage> responseStream, ServerCallContext context)
    {
        var first = await requestStream.MoveNext(context.CancellationToken) ? requestStream.Current.StartStream : null;
        var connection = Volatile.Read(ref _expected);
        if (connection is null
            || !string.Equals(connection.WorkerId, first?.WorkerId, StringComparison.Ordinal)
            || Interlocked.CompareExchange(ref _expected, null, connection) != connection)
        {
            throw new Grpc.Core.RpcException(new Status(StatusCode.PermissionDenied, "This host waits for no worker of that id."));
        }

        await connection.RunAsync(requestStream, responseStream, context.CancellationToken);
    }
}
