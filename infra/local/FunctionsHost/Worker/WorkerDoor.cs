namespace LocalFunctionsHost.Worker;

/// <summary>Knows which worker's call is waited for.</summary>
internal sealed class WorkerDoor
{
    private WorkerConnection? _expected;

    /// <summary>Waits for a worker.</summary>
    public void Expect(WorkerConnection connection) => Interlocked.Exchange(ref _expected, connection);

    /// <summary>The connection of the worker that calls; null if it is not the one that is waited for, or has called already.</summary>
    public WorkerConnection? Take(string workerId)
    {
        var expected = Volatile.Read(ref _expected);
        return expected is not null
            && string.Equals(expected.WorkerId, workerId, StringComparison.Ordinal)
            && Interlocked.CompareExchange(ref _expected, null, expected) == expected
                ? expected
                : null;
    }
}
