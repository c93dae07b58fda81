using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace LocalFunctionsHost.Worker;

/// <summary>The functions that one worker runs, from their requests to their answers.</summary>
/// <param name="send">Sends the worker a message; false if it has ended.</param>
/// <param name="canCancel">Whether the worker can be told to end a function.</param>
internal sealed class WorkerInvocations(Func<StreamingMessage, bool> send, Func<bool> canCancel)
{
    private readonly ConcurrentDictionary<string, (FunctionEntry Function, TaskCompletionSource<InvocationResponse> Response)> _running =
        new(StringComparer.Ordinal);

    private volatile bool _requestsAreOver;

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
        if (send(new StreamingMessage { InvocationRequest = request }))
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

    /// <summary>Takes in the worker's answer.</summary>
    public void Complete(InvocationResponse answer)
    {
        if (_running.TryGetValue(answer.InvocationId, out var running))
        {
            running.Response.TrySetResult(answer);
        }
    }

    /// <summary>Fails all that waits: the worker has ended, which how says in a few words.</summary>
    public void Fail(string how)
    {
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
            return WorkerConnection.IsSuccess(response.Result) ? response : throw new FunctionFailedException(response.Result);
        }
        finally
        {
            _running.TryRemove(id, out _);
        }
    }

    private void Cancel(string invocationId)
    {
        if (canCancel())
        {
            send(new StreamingMessage { InvocationCancel = new InvocationCancel { InvocationId = invocationId } });
        }
    }
}
