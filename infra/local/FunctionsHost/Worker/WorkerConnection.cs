using System.Threading.Channels;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;

namespace LocalFunctionsHost.Worker;

/// <summary>The conversation with one worker, from its call to its end.</summary>
internal sealed partial class WorkerConnection
{
    // What workers look at to know what a host can do.
    private const string HostVersion = "4.1041.0";

    private readonly WorkerStart _start;
    private readonly IReadOnlyList<FunctionEntry> _functions;
    private readonly ILogger _log;
    private readonly WorkerLogs _workerLogs;
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _closed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    // One writer: the stream takes one message at a time.
    private readonly Channel<StreamingMessage> _outgoing = Channel.CreateUnbounded<StreamingMessage>(
        new UnboundedChannelOptions { SingleReader = true });

    private Dictionary<string, string> _capabilities = new(StringComparer.Ordinal);
    private int _toLoad;

    public WorkerConnection(WorkerStart start, IReadOnlyList<FunctionEntry> functions, ILoggerFactory loggers)
    {
        (_start, _functions, _toLoad) = (start, functions, functions.Count);
        _log = loggers.CreateLogger("Worker");
        _workerLogs = new(loggers);
        Invocations = new(Send, () => Can("HandlesInvocationCancelMessage"));
    }

    public string WorkerId => _start.WorkerId;

    /// <summary>The functions that it runs.</summary>
    public WorkerInvocations Invocations { get; }

    /// <summary>Ends when the worker has loaded the functions; fails when it cannot.</summary>
    public Task Ready => _ready.Task;

    /// <summary>Ends when the worker can be told nothing more.</summary>
    public Task Closed => _closed.Task;

    /// <summary>Where the worker takes requests; null where it does not. It says so itself, unless its launcher knows better.</summary>
    public Uri? HttpUri
    {
        get => field ??= _capabilities.TryGetValue("HttpUri", out var uri) ? new Uri(uri) : null;
        set;
    }

    public bool Can(string capability) => _capabilities.TryGetValue(capability, out var value) && value.Length > 0;

    /// <summary>Talks with the worker until one of both ends it.</summary>
    public async Task RunAsync(
        IAsyncStreamReader<StreamingMessage> incoming, IServerStreamWriter<StreamingMessage> stream, CancellationToken cancellationToken)
    {
        var writing = WriteAsync(stream);
        Send(new StreamingMessage
        {
            WorkerInitRequest = new WorkerInitRequest
            {
                HostVersion = HostVersion,
                WorkerDirectory = _start.AppFolder,
                FunctionAppDirectory = _start.AppFolder,
            },
        });
        try
        {
            await foreach (var message in incoming.ReadAllAsync(cancellationToken))
            {
                Take(message);
            }
        }
        catch (Exception e) when (e is IOException or OperationCanceledException or Grpc.Core.RpcException)
        {
            LogStreamEnded(e);
        }
        finally
        {
            _outgoing.Writer.TryComplete();
            _closed.TrySetResult();
            await writing;
        }
    }

    public void Terminate(TimeSpan gracePeriod) => Send(new StreamingMessage
    {
        WorkerTerminate = new WorkerTerminate { GracePeriod = Duration.FromTimeSpan(gracePeriod) },
    });

    /// <summary>Fails all that waits for the worker: it has ended, which how says in a few words.</summary>
    public void End(string how)
    {
        _outgoing.Writer.TryComplete();
        _ready.TrySetException(new WorkerProcessExitException(how));
        _ = _ready.Task.Exception;
        Invocations.Fail(how);
    }

    private void Take(StreamingMessage message)
    {
        switch (message.ContentCase)
        {
            case StreamingMessage.ContentOneofCase.InvocationResponse:
                Invocations.Complete(message.InvocationResponse);
                break;
            case StreamingMessage.ContentOneofCase.RpcLog:
                _workerLogs.Write(message.RpcLog);
                break;
            case StreamingMessage.ContentOneofCase.WorkerInitResponse:
                Load(message.WorkerInitResponse);
                break;
            case StreamingMessage.ContentOneofCase.FunctionLoadResponse:
                Loaded(message.FunctionLoadResponse);
                break;
        }
    }

    private void Load(WorkerInitResponse response)
    {
        if (!IsSuccess(response.Result))
        {
            _ready.TrySetException(new InvalidOperationException(response.Result.Exception?.Message ?? "it gave no reason"));
            return;
        }

        _capabilities = new Dictionary<string, string>(response.Capabilities, StringComparer.Ordinal);
        foreach (var function in _functions)
        {
            Send(new StreamingMessage { FunctionLoadRequest = WorkerMessages.Load(function) });
        }
    }

    private void Loaded(FunctionLoadResponse response)
    {
        if (!IsSuccess(response.Result))
        {
            var name = _functions.FirstOrDefault(f => string.Equals(f.Id, response.FunctionId, StringComparison.Ordinal))?.Name;
            LogNotLoaded(name ?? response.FunctionId, response.Result.Exception?.Message ?? "");
        }

        if (--_toLoad == 0)
        {
            _ready.TrySetResult();
        }
    }

    internal static bool IsSuccess(StatusResult result) => result.Status == StatusResult.Types.Status.Success;

    private bool Send(StreamingMessage message) => _outgoing.Writer.TryWrite(message);

    private async Task WriteAsync(IServerStreamWriter<StreamingMessage> stream)
    {
        try
        {
            await foreach (var message in _outgoing.Reader.ReadAllAsync())
            {
                await stream.WriteAsync(message);
            }
        }
        catch (Exception e) when (e is IOException or InvalidOperationException or OperationCanceledException)
        {
            LogStreamEnded(e);
        }
    }

    [LoggerMessage(7101, LogLevel.Debug, "The conversation with the worker ended.")]
    private partial void LogStreamEnded(Exception e);

    [LoggerMessage(7102, LogLevel.Error, "The worker could not load {Function}: {Problem}")]
    private partial void LogNotLoaded(string function, string problem);
}
