using System.Collections.Concurrent;
using System.Diagnostics;

namespace DurableSqlite.Storage;

/// <summary>
/// The one thread that writes: whatever waits for it goes into one commit. A write that fails is refused, or kept and tried again until
/// there is room: memory never runs ahead of the file for good.
/// </summary>
internal sealed class GroupCommit(string path, Func<Database> open, TimeSpan retryInterval, SqliteStorageHealth health, ILogger logger)
    : IDisposable
{
    private static readonly TimeSpan RideDelay = TimeSpan.FromMilliseconds(10);
    private readonly BlockingCollection<WriteOperation> _queue = [];
    private readonly List<WriteOperation> _kept = [];
    private Database? _database = open();
    private Thread? _thread;
    private volatile SqliteStorageException? _lost;
    private long _triedAt;
    private bool _isFailing;

    public long Commits { get; private set; }
    private TimeSpan UntilRetry => Left(retryInterval, _triedAt);

    public GroupCommit Start()
    {
        health.Recover(path);
        _thread = new Thread(Run) { IsBackground = true, Name = "DurableTask.Sqlite writer" };
        _thread.Start();
        return this;
    }

    public Task PostAsync(WriteOperation operation)
    {
        ObjectDisposedException.ThrowIf(_queue.IsAddingCompleted, this);
        _queue.Add(operation);
        return operation.Done;
    }

    /// <summary>Shows that the file fails. Where that cannot pass, whoever waits is told, and so is whoever comes.</summary>
    public SqliteStorageException Fail(SqliteStorageException failure)
    {
        if (!failure.IsPassing)
        {
            _lost ??= failure;
            logger.StorageLost(path, failure);
        }
        else if (!_isFailing)
        {
            (_isFailing, _triedAt) = (true, Stopwatch.GetTimestamp());
            logger.CommitFailed(path, failure);
        }

        return health.Fail(path, failure);
    }

    public void Dispose()
    {
        _queue.CompleteAdding();
        _thread!.Join();
        _queue.Dispose();
        _database?.Dispose();
    }

    private static TimeSpan Left(TimeSpan delay, long since) =>
        Stopwatch.GetElapsedTime(since) is var passed && passed < delay ? delay - passed : TimeSpan.Zero;

    private void Run()
    {
        while (!_queue.IsCompleted)
        {
            Write(TakeBatch());

            // Also where something always comes: what was kept must not wait for a silence.
            if (_isFailing && (UntilRetry == TimeSpan.Zero || _queue.IsCompleted))
            {
                Retry();
            }
        }

        _kept.ForEach(operation => operation.Refuse(new ObjectDisposedException(nameof(GroupCommit))));
    }

    /// <summary>Whatever there is; nothing where the queue stops, or where it is time to try again what failed.</summary>
    private List<WriteOperation> TakeBatch()
    {
        List<WriteOperation> batch = [];
        var (wait, ridesSince, ridesOnly) = (_isFailing ? UntilRetry : Timeout.InfiniteTimeSpan, 0L, true);
        while (_queue.TryTake(out var operation, wait))
        {
            batch.Add(operation);
            ridesOnly &= operation.CanRide;
            ridesSince = ridesSince == 0 ? Stopwatch.GetTimestamp() : ridesSince;
            wait = ridesOnly ? Left(RideDelay, ridesSince) : TimeSpan.Zero;
        }

        return batch;
    }

    private void Write(List<WriteOperation> batch)
    {
        if (batch.Count == 0 || (_lost is null && _kept.Count == 0 && TryCommit(batch) is null))
        {
            return;
        }

        // One by one, so that what cannot be written takes nothing else with it; what must be written keeps its order.
        foreach (var operation in batch)
        {
            var isKept = operation.MustSucceed && _kept.Count > 0 && _lost is null;
            var reason = isKept ? null : _lost ?? TryCommit([operation]);
            if (isKept || (operation.MustSucceed && reason is SqliteStorageException { IsPassing: true }))
            {
                _kept.Add(operation);
            }
            else if (reason is not null)
            {
                operation.Refuse(reason);
            }
        }
    }

    private void Retry()
    {
        _triedAt = Stopwatch.GetTimestamp();

        // Also with nothing to try again: writing the page that the version is in, as it is, shows whether there is room.
        WriteOperation probe = new(database => database.Script($"PRAGMA user_version = {database.Scalar<long>("PRAGMA user_version")}"));
        List<WriteOperation> again = [.. _kept, probe];
        _kept.Clear();
        Write(again);
    }

    private Exception? TryCommit(List<WriteOperation> operations)
    {
        try
        {
            var database = _database ??= open();
            database.Execute("BEGIN IMMEDIATE");
            operations.ForEach(operation => operation.Work(database));
            database.Execute("COMMIT");
        }
        catch (Exception e)
        {
            RollBack();
            return StorageErrors.Translate(e, path) is { } failure ? Fail(failure) : e;
        }

        Commits++;
        if (_isFailing && _kept.Count == 0)
        {
            _isFailing = false;
            health.Recover(path);
            logger.StorageRecovered(path);
        }

        if (operations.Exists(operation => operation.Truncates))
        {
            Truncate(_database);
        }

        operations.ForEach(operation => operation.Succeed());
        return null;
    }

    /// <summary>Before whoever asked for it is told. What was committed is so, whatever comes of this.</summary>
    private void Truncate(Database database)
    {
        try
        {
            database.Script("PRAGMA wal_checkpoint(TRUNCATE)");
        }
        catch (SqliteException e)
        {
            _ = StorageErrors.Translate(e, path) is { } failure ? Fail(failure) : null;
        }
    }

    private void RollBack()
    {
        try
        {
            _database?.Execute("ROLLBACK");
        }
        catch (SqliteException e) when (e.SqliteErrorCode != SQLitePCL.raw.SQLITE_ERROR)
        {
            _database?.Dispose(); // whatever it is worth now, the next commit gets a new one
            _database = null;
        }
        catch (SqliteException)
        {
            // The failure has rolled back by itself.
        }
    }
}
