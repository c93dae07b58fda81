using LocalFunctionsHost.Worker;

namespace LocalHost.Tests.Host;

/// <summary>A worker that never calls the host, and ends when it is killed.</summary>
internal sealed class FakeWorker : IWorkerHandle
{
    private readonly TaskCompletionSource<string> _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public FakeWorker() => Ended = _ended.Task;

    public string Name => "a fake";

    public Task<string> Ended { get; }

    public bool IsDisposed { get; private set; }

    public void Kill() => _ended.TrySetResult("it was killed");

    public ValueTask DisposeAsync()
    {
        Kill();
        IsDisposed = true;
        return ValueTask.CompletedTask;
    }
}
