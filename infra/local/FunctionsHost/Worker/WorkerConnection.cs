using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Threading.Channels;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using LocalFunctionsHost.Functions;
using LocalFunctionsHost.Worker.Wire;

namespace LocalFunctionsHost.Worker;

/// <summary>The conversation with one worker, from its call to its end.</summary>
internal sealed partial class WorkerConnection(string workerId, string appFolder, IReadOnlyList<FunctionEntry> functions, ILoggerFactory loggers)
{
    // What workers look at to know what a host can do.
    private const string HostVersion = "4.1041.0";

    private readonly ILogger _log = loggers.CreateLogger("Worker");
    private readonly WorkerLogs _workerLogs = new(loggers);
    private readonly ConcurrentDictionary<string, RunningInvocation> _running = new(StringComparer.Ordinal);
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _closed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    // One writer: the stream takes one message at a time.
    private readonly Channel<StreamingMessage> _outgoing = Channel.CreateUnbounded<StreamingMessage>(new UnboundedChannelOptions { SingleReader = true });
    private Dictionary<string, string> _capabilities = new(StringComparer.Ordinal);
    private int _toLoad = functions.Count;
    private volatile bool _requestsAreOver;

    /// <summary>By which the worker names itself.</summary>
    public string WorkerId => workerId;

    /// <summary>Ends when the worker has loaded the functions; fails when it cannot.</summary>
    public Task Ready => _ready.Task;

    /// <summary>Ends when the worker can be told nothing more.</summary>
    public Task Closed => _closed.Task;

    /// <summary>Where the worker takes requests; null where it does not.</summary>
    public Uri? HttpUri => _capabilities.TryGetValue("HttpUri", out var uri) ? new Uri(uri) : null;

    /// <summary>Whether the worker said that it can do something.</summary>
    public bool Can(string capability) => _capabilities.TryGetValue(capability, out var value) && value.Length > 0;

    /// <summary>Talks with the worker until one of both ends it.</summary>
    public async Task RunAsync(IAsyncStreamReader<StreamingMessage> incoming, IServerStreamWriter<StreamingMessage> stream, CancellationToken cancellationToken)
    {
        var writing = WriteAsync(stream);
        Send(new StreamingMessage
        {
            WorkerInitRequest = new WorkerInitRequest { HostVersion = HostVersion, WorkerDirectory = appFolder, FunctionAppDirectory = appFolder },
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

    /// <summary>Runs a function.</summary>
    /// <param name="invocation">What to run.</param>
    /// <param name="result">
    /// What the function hands back; fails with <see cref="FunctionFailedException"/>, or with <see cref="WorkerProcessExitException"/> if the
    /// worker ends before it answers.
    /// </param>
    /// <param name="cancellationToken">Tells the function to end; its answer is waited for.</param>
    /// <returns>Whether the worker was told; if it has ended already, nothing has been run.</returns>
    public bool TryInvoke(Invocation invocation, [NotNullWhen(true)] out Task<InvocationResult>? result, CancellationToken cancellationToken)
    {
        var running = new RunningInvocation(invocation);
        _running[invocation.Id] = running;
        if (Send(new StreamingMessage { InvocationRequest = InvocationMessages.Request(invocation) }))
        {
            result = AwaitAsync(running, cancellationToken);
            return true;
        }

        _running.TryRemove(invocation.Id, out _);
        result = null;
        return false;
    }

    /// <summary>Tells the functions that requests started to end.</summary>
    public void CancelRequests()
    {
        _requestsAreOver = true;
        foreach (var running in _running.Values.Where(running => running.Invocation.Function.IsHttp))
        {
            Cancel(running.Invocation.Id);
        }
    }

    /// <summary>Tells the worker to end.</summary>
    public void Terminate(TimeSpan gracePeriod) => Send(new StreamingMessage
    {
        WorkerTerminate = new WorkerTerminate { GracePeriod = Duration.FromTimeSpan(gracePeriod) },
    });

    /// <summary>Fails all that waits for the worker: it has ended.</summary>
    /// <param name="how">In a few words.</param>
    public void End(string how)
    {
        _outgoing.Writer.TryComplete();
        _ready.TrySetException(new WorkerProcessExitException(how));
        _ = _ready.Task.Exception;
        foreach (var running in _running.Values)
        {
            running.Fail(new WorkerProcessExitException(how));
        }
    }

    private async Task<InvocationResult> AwaitAsync(RunningInvocation running, CancellationToken cancellationToken)
    {
        var invocation = running.Invocation;
        try
        {
            await using var registration = cancellationToken.Register(() => Cancel(invocation.Id));
            if (_requestsAreOver && invocation.Function.IsHttp)
            {
                Cancel(invocation.Id);
            }

            return InvocationMessages.Result(await running.Response);
        }
        finally
        {
            _running.TryRemove(invocation.Id, out _);
        }
    }

    private void Take(StreamingMessage message)
    {
        switch (message.ContentCase)
        {
            case StreamingMessage.ContentOneofCase.InvocationResponse:
                if (_running.TryGetValue(message.InvocationResponse.InvocationId, out var running))
                {
                    running.Complete(message.InvocationResponse);
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
        if (response.Result.Status != StatusResult.Types.Status.Success)
        {
            _ready.TrySetException(new WorkerUnavailableException(response.Result.Exception?.Message ?? "it gave no reason"));
            return;
        }

        _capabilities = new Dictionary<string, string>(response.Capabilities, StringComparer.Ordinal);
        foreach (var function in functions)
        {
            Send(new StreamingMessage { FunctionLoadRequest = FunctionLoading.Request(function) });
        }
    }

    private void Loaded(FunctionLoadResponse response)
    {
        if (response.Result.Status != StatusResult.Types.Status.Success)
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
