namespace LocalFunctionsHost.Worker;

/// <summary>What a worker must be told at its start.</summary>
/// <param name="HostEndpoint">Where the host waits for the worker's call (gRPC).</param>
/// <param name="WorkerId">By which the host knows the worker when it calls.</param>
/// <param name="RequestId">The id of the host's request to start.</param>
/// <param name="AppFolder">The folder of the built app.</param>
/// <param name="Assembly">The app's assembly, with its path.</param>
/// <param name="Settings">The app's settings that the process's environment may lack.</param>
public sealed record WorkerStart(
    Uri HostEndpoint, string WorkerId, string RequestId, string AppFolder, string Assembly, IReadOnlyDictionary<string, string?> Settings)
{
    /// <summary>The largest message, bytes: no limit of ours.</summary>
    public const int MaxMessageLength = int.MaxValue;

    /// <summary>The same for a process: its command line.</summary>
    public IReadOnlyList<string> Arguments =>
    [
        "--host", HostEndpoint.Host,
        "--port", $"{HostEndpoint.Port}",
        "--workerId", WorkerId,
        "--requestId", RequestId,
        "--grpcMaxMessageLength", $"{MaxMessageLength}",
        "--functions-uri", HostEndpoint.AbsoluteUri,
        "--functions-worker-id", WorkerId,
        "--functions-request-id", RequestId,
        "--functions-grpc-max-message-length", $"{MaxMessageLength}",
    ];

    /// <summary>The same for a worker in this process: its configuration.</summary>
    public IReadOnlyDictionary<string, string?> Configuration => new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase)
    {
        ["Functions:Worker:HostEndpoint"] = HostEndpoint.AbsoluteUri,
        ["Functions:Worker:WorkerId"] = WorkerId,
        ["Functions:Worker:RequestId"] = RequestId,
        ["Functions:Worker:GrpcMaxMessageLength"] = $"{MaxMessageLength}",
    };
}
