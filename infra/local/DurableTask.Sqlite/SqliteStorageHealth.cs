using System.Collections.Concurrent;

namespace DurableSqlite;

/// <summary>
/// What the host can see of its task hubs: whether writes fail at present, whether a file is lost, and how much is being worked on.
/// </summary>
public sealed class SqliteStorageHealth : IDisposable
{
    private readonly ConcurrentDictionary<string, SqliteStorageException> _failures = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource _lost = new();
    private int _workItems;

    /// <summary>Why writes fail at present; null while they succeed. Requests that need to write get 503 meanwhile.</summary>
    public SqliteStorageException? Failure => _failures.Values.FirstOrDefault();

    /// <summary>Cancelled when a file is lost (<see cref="Failure"/> says why): the host must end, with a code that is not 0.</summary>
    public CancellationToken Lost => _lost.Token;

    /// <summary>
    /// Episodes and activities that were handed out and have not come back. A host that stops waits until only those are left that it
    /// holds back itself: what a function returned is then in the file, or on its way there by a write that is waited for.
    /// </summary>
    public int WorkItems => Volatile.Read(ref _workItems);

    /// <inheritdoc/>
    public void Dispose() => _lost.Dispose();

    internal SqliteStorageException Fail(string path, SqliteStorageException failure)
    {
        _failures[path] = failure;
        if (!failure.IsPassing)
        {
            _ = _lost.CancelAsync(); // whoever listens may close the very file that this is said of
        }

        return failure;
    }

    internal void HandedOut() => Interlocked.Increment(ref _workItems);

    internal void CameBack() => Interlocked.Decrement(ref _workItems);

    internal void Recover(string path) => _failures.TryRemove(path, out _);
}
