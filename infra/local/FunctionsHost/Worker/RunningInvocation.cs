using LocalFunctionsHost.Worker.Wire;

namespace LocalFunctionsHost.Worker;

/// <summary>An invocation that waits for the worker's answer.</summary>
internal sealed class RunningInvocation(Invocation invocation)
{
    private readonly TaskCompletionSource<InvocationResponse> _response = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>What runs.</summary>
    public Invocation Invocation => invocation;

    /// <summary>The worker's answer.</summary>
    public Task<InvocationResponse> Response => _response.Task;

    /// <summary>Takes the answer.</summary>
    public void Complete(InvocationResponse response) => _response.TrySetResult(response);

    /// <summary>There will be no answer.</summary>
    public void Fail(Exception why) => _response.TrySetException(why);
}
