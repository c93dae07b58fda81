namespace DurableSqlite.Storage;

/// <summary>What is written as a whole, in one transaction with whatever else is waiting to be written.</summary>
/// <param name="work">The statements. They may run again after a transaction that was rolled back: all they compute is set anew.</param>
/// <param name="committed">What the commit lets out into the world, in the order of the writes.</param>
internal sealed class WriteOperation(Action<Database> work, Action? committed = null)
{
    private readonly TaskCompletionSource _done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Action<Database> Work => work;
    public Task Done => _done.Task;
    /// <summary>Tried again for as long as the failure may pass: memory already counts on it. Others are refused at once.</summary>
    public bool MustSucceed { get; init; }
    public bool CanRide { get; init; } // nobody waits for it: it rides in the next commit, and gets one of its own only if none comes soon
    public bool Truncates { get; init; } // empties what was written ahead, and with it makes the file as small as its content

    public void Succeed()
    {
        committed?.Invoke();
        _done.TrySetResult();
    }

    public void Refuse(Exception reason)
    {
        _done.TrySetException(reason);
        _ = _done.Task.Exception; // observed, also where nobody waits
    }
}
