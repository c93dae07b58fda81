using System.Diagnostics;
using DurableSqlite.Logging;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace DurableSqlite.Storage;

/// <summary>
/// The one thread that writes: whatever waits for it goes into one commit. A write that fails is refused, or kept and tried again until
/// there is room: memory never runs ahead of the file for good.
/// </summary>
internal sealed class GroupCommit
{
    private static readonly TimeSpan RideDelay = TimeSpan.FromMilliseconds(10);
    private readonly string _path;
    private readonly Func<Database> _open;
    private readonly TimeSpan _retryInterval;
    private readonly SqliteStorageHealth _health;
    private readonly ILogger _logger;
    private readonly Thread _thread;
    private readonly object _gate = new();
    private readonly List<WriteOperation> _kept = [];
    private List<WriteOperation> _waiting = [];
    private Database? _database;
    private SqliteStorageException? _lost;
    private long _ridesSince;
    private long _triedAt;
    private bool _isUrgent;
    private bool _isStopping;
    private bool _isFailing;
    private volatile bool _truncates;

    /// <summary>Starts to write.</summary>
    /// <param name="path">The file, for what is said of it.</param>
    /// <param name="open">Opens a connection to write with; again after a failure that cost the first one.</param>
    /// <param name="retryInterval">How long after a failed commit what must be written is tried again.</param>
    /// <param name="health">Told when commits fail, and when they succeed again.</param>
    /// <param name="logger">Told the same.</param>
    public GroupCommit(string path, Func<Database> open, TimeSpan retryInterval, SqliteStorageHealth health, ILogger logger)
    {
        (_path, _open, _retryInterval, _health, _logger) = (path, open, retryInterval, health, logger);
        _database = open();
        _health.Recover(path);
        _thread = new Thread(Run) { IsBackground = true, Name = "DurableTask.Sqlite writer" };
        _thread.Start();
    }

    public long Commits { get; private set; }

    private TimeSpan UntilRetry => _retryInterval - Stopwatch.GetElapsedTime(_triedAt);

    /// <summary>Queues a write. The task completes after its commit.</summary>
    public Task PostAsync(WriteOperation operation)
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_isStopping, this);
            if (_lost is not null)
            {
                operation.Refuse(_lost);
                return operation.WhenDoneAsync();
            }

            _waiting.Add(operation);
            _isUrgent |= !operation.CanRide;
            _ridesSince = _ridesSince == 0 ? Stopwatch.GetTimestamp() : _ridesSince;
            Monitor.Pulse(_gate);
        }

        return operation.WhenDoneAsync();
    }

    /// <summary>Empties what was written ahead, and with it makes the file as small as its content.</summary>
    public Task TruncateAsync()
    {
        _truncates = true;
        return PostAsync(new WriteOperation(_ => { }));
    }

    /// <summary>The file is damaged: whoever waits is told, and so is whoever comes.</summary>
    public SqliteStorageException Lose(SqliteStorageException failure)
    {
        lock (_gate)
        {
            _lost ??= failure;
            _waiting.ForEach(operation => operation.Refuse(failure));
            _waiting.Clear();
        }

        _logger.StorageLost(_path, failure);
        return _health.Fail(_path, failure);
    }

    /// <summary>Writes what waits, and closes the connection.</summary>
    public void Stop()
    {
        lock (_gate)
        {
            _isStopping = true;
            Monitor.Pulse(_gate);
        }

        _thread.Join();
        _database?.Dispose();
    }

    private void Run()
    {
        List<WriteOperation> batch = [];
        while (WaitForWork(ref batch))
        {
            if (batch.Count > 0)
            {
                Write(batch);
            }

            // Also where something always comes: what was kept must not wait for a silence.
            if (_isFailing && UntilRetry <= TimeSpan.Zero)
            {
                Retry();
            }

            batch.Clear();
        }

        if (_isFailing)
        {
            Retry();
        }

        _kept.ForEach(operation => operation.Refuse(new ObjectDisposedException(nameof(GroupCommit))));
    }

    /// <summary>False once the queue stops and nothing waits. An empty batch: it may be time to try again what failed.</summary>
    private bool WaitForWork(ref List<WriteOperation> batch)
    {
        lock (_gate)
        {
            var inTime = true;
            while (!_isUrgent && !_isStopping && inTime)
            {
                TimeSpan? left = _waiting.Count > 0 ? RideDelay - Stopwatch.GetElapsedTime(_ridesSince)
                    : _isFailing ? UntilRetry
                    : null;
                inTime = (left is null || left > TimeSpan.Zero) && Monitor.Wait(_gate, left ?? Timeout.InfiniteTimeSpan);
            }

            (batch, _waiting) = (_waiting, batch);
            (_isUrgent, _ridesSince) = (false, 0);
            return batch.Count > 0 || !_isStopping;
        }
    }

    private void Write(List<WriteOperation> batch)
    {
        if (_kept.Count == 0 && TryCommit(batch) is null)
        {
            return;
        }

        // One by one, so that what cannot be written takes nothing else with it; what must be written keeps its order.
        foreach (var operation in batch)
        {
            if (operation.MustSucceed && _kept.Count > 0)
            {
                _kept.Add(operation);
            }
            else if (TryCommit([operation]) is { } reason)
            {
                Fail(operation, reason);
            }
        }
    }

    private void Fail(WriteOperation operation, Exception reason)
    {
        var failure = StorageErrors.Translate(reason, _path);
        if (operation.MustSucceed && failure is { IsPassing: true })
        {
            _kept.Add(operation);
            return;
        }

        operation.Refuse(failure ?? reason);
        if (failure is { IsPassing: false })
        {
            Lose(failure);
        }
    }

    private void Retry()
    {
        _triedAt = Stopwatch.GetTimestamp();

        // Also with nothing to try again: writing a page as it is shows whether there is room.
        List<WriteOperation> again = [.. _kept, new WriteOperation(Schema.Rewrite)];
        _kept.Clear();
        Write(again);
    }

    private Exception? TryCommit(List<WriteOperation> operations)
    {
        try
        {
            var database = _database ??= _open();
            database.Execute("BEGIN IMMEDIATE");
            operations.ForEach(operation => operation.Work(database));
            database.Execute("COMMIT");
        }
        catch (Exception e)
        {
            RollBack();
            ShowFailure(StorageErrors.Translate(e, _path));
            return e;
        }

        Commits++;
        ShowSuccess();
        Truncate(_database);
        operations.ForEach(operation => operation.Succeed());
        return null;
    }

    /// <summary>Before whoever asked for it is told. What was committed is so, whatever comes of this.</summary>
    private void Truncate(Database database)
    {
        if (!_truncates)
        {
            return;
        }

        _truncates = false;
        try
        {
            database.Script("PRAGMA wal_checkpoint(TRUNCATE)");
        }
        catch (SqliteException e)
        {
            var failure = StorageErrors.Translate(e, _path);
            ShowFailure(failure);
            if (failure is { IsPassing: false })
            {
                Lose(failure);
            }
        }
    }

    private void RollBack()
    {
        try
        {
            _database?.Execute("ROLLBACK");
        }
        catch (SqliteException)
        {
            // Some failures have rolled back by themselves; whatever the connection is worth now, the next commit gets a new one.
            _database?.Dispose();
            _database = null;
        }
    }

    private void ShowFailure(SqliteStorageException? failure)
    {
        if (failure is not null)
        {
            if (!_isFailing)
            {
                _logger.CommitFailed(_path, failure);
                _triedAt = Stopwatch.GetTimestamp();
            }

            _isFailing = true;
            _health.Fail(_path, failure);
        }
    }

    private void ShowSuccess()
    {
        if (_isFailing && _kept.Count == 0)
        {
            _isFailing = false;
            _health.Recover(_path);
            _logger.StorageRecovered(_path);
        }
    }
}
