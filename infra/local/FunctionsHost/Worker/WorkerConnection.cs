using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Threading.Channels;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;

namespace LocalFunctionsHost.Worker;

/// <summary>The conversation with one worker, from its call to its end.</summary>
internal sealed partial class WorkerConnection(WorkerStart start, IReadOnlyList<FunctionEntry> functions, ILoggerFactory loggers)
{
    // What workers look at to know what a host can do.
    private const string HostVersion = "4.1041.0";

    private readonly ILogger _log = loggers.CreateLogger("Worker");
    private readonly WorkerLogs _workerLogs = new(loggers);
    private readonly ConcurrentDictionary<string, (FunctionEntry Function, TaskCompletionSource<InvocationResponse> Response)> _running =
        new(StringComparer.Ordinal);

    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _closed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    // One writer: the stream takes one message at a time.
    private readonly Channel<StreamingMessage> _outgoing = Channel.CreateUnbounded<StreamingMessage>(
        new UnboundedChannelOptions { SingleReader = true });

    private Dictionary<string, string> _capabilities = new(StringComparer.Ordinal);
    private int _toLoad = functions.Count;
    private volatile bool _requestsAreOver;

    public string WorkerId => start.WorkerId;
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
                WorkerDirectory = start.AppFolder,
                FunctionAppDirectory = start.AppFolder,
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

    /// <summary>
    /// Has the worker run a function; false if it has ended already, and nothing has been run. The response fails with
    /// <see cref="FunctionFailedException"/>, or with <see cref="WorkerProcessExitException"/> if the worker ends before it answers.
    /// Who cancels tells the function to end, whose answer is waited for all the same.
    /// </summary>
    public bool TryInvoke(
        FunctionEntry function,
        InvocationRequest request,
        [NotNullWhen(true)] out Task<InvocationResponse>? response,
        CancellationToken cancellationToken)
    {
        var source = new TaskCompletionSource<InvocationResponse>(TaskCreationOptions.RunContinuationsAsynchronously);
        _running[request.InvocationId] = (function, source);
        if (Send(new StreamingMessage { InvocationRequest = request }))
        {
            response = AwaitAsync(function, request.InvocationId, source.Task, cancellationToken);
            return true;
        }

        _running.TryRemove(request.InvocationId, out _);
        response = null;
        return false;
    }

    /// <summary>Tells the functions that requests started to end.</summary>
    public void CancelRequests()
    {
        _requestsAreOver = true;
        foreach (var (id, _) in _running.Where(running => running.Value.Function.IsHttp))
        {
            Cancel(id);
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
        foreach (var (_, response) in _running.Values)
        {
            response.TrySetException(new WorkerProcessExitException(how));
        }
    }

    private async Task<InvocationResponse> AwaitAsync(
        FunctionEntry function, string id, Task<InvocationResponse> answered, CancellationToken cancellationToken)
    {
        try
        {
            await using var registration = cancellationToken.Register(() => Cancel(id));
            if (_requestsAreOver && function.IsHttp)
            {
                Cancel(id);
            }

            var response = await answered;
            return IsSuccess(response.Result) ? response : throw new FunctionFailedException(response.Result);
        }
        finally
        {
            _running.TryRemove(id, out _);
        }
    }

    private void Take(StreamingMessage message)
    {
        switch (message.ContentCase)
        {
            case StreamingMessage.ContentOneofCase.InvocationResponse:
                if (_running.TryGetValue(message.InvocationResponse.InvocationId, out var running))
                {
                    running.Response.TrySetResult(message.InvocationResponse);
                }

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
        foreach (var function in functions)
        {
            Send(new StreamingMessage { FunctionLoadRequest = WorkerMessages.Load(function) });
        }
    }

    private void Loaded(FunctionLoadResponse response)
    {
        if (!IsSuccess(response.Result))
        {
            var name = functions.FirstOrDefault(f => string.Equals(f.Id, response.FunctionId, StringComparison.Ordinal))?.Name;
            LogNotLoaded(name ?? response.FunctionId, response.Result.Exception?.Message ?? "");
        }

        if (--_toLoad == 0)
        {
            _ready.TrySetResult();
        }
    }

    private void Cancel(string invocationId)
    {
        if (Can("HandlesInvocationCancelMessage"))
        {
            Send(new StreamingMessage { InvocationCancel = new InvocationCancel { InvocationId = invocationId } });
        }
    }

    private static bool IsSuccess(StatusResult result) => result.Status == StatusResult.Types.Status.Success;

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
