namespace FuseDeskFlows.EmbeddedHost.Engine.Storage;

/// <summary>A change that gives a result, which its caller gets after the commit.</summary>
internal sealed class WriteUnit<T>(Func<StoreTransaction, T> work) : WriteUnit
{
    private readonly TaskCompletionSource<T> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T? _result;

    public Task<T> Done => _done.Task;

    public override void Execute(StoreTransaction store) => _result = work(store);

    public override void Committed() => _done.TrySetResult(_result!);

    public override void Failed(Exception reason) => _done.TrySetException(reason);
}
