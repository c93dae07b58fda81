using System.Threading.Channels;
using Microsoft.Extensions.Logging;

namespace FuseDeskFlows.EmbeddedHost.Engine.Storage;

/// <summary>The only one that writes. Units that wait at the same time share one transaction, and so one fsync.</summary>
internal sealed class StoreWriter : IDisposable
{
    private const int MaxUnitsInTransaction = 1000;

    private readonly SqlSession _sql;
    private readonly StoreTransaction _store;
    private readonly Action<Effects> _publish;
    private readonly ILogger _log;
    private readonly Channel<WriteUnit> _units = Channel.CreateUnbounded<WriteUnit>(new() { SingleReader = true });
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile bool _abandoned;

    public StoreWriter(SqlSession sql, Action<Effects> publish, ILogger log)
    {
        _sql = sql;
        _publish = publish;
        _log = log;
        _store = new(sql, new(sql.Number("SELECT min(id) FROM messages"), sql.Number("SELECT max(id) FROM messages")));
    }

    /// <summary>How many units were committed.</summary>
    public long Units { get; private set; }

    /// <summary>How many transactions that took.</summary>
    public long Transactions { get; private set; }

    public void Start() => new Thread(Work) { IsBackground = true, Name = "FuseDeskFlows store writer" }.Start();

    /// <summary>Queues a change; the task ends when it is committed.</summary>
    /// <exception cref="InvalidOperationException">The engine has stopped or its store has failed.</exception>
    public Task<T> WriteAsync<T>(Func<StoreTransaction, T> work)
    {
        var unit = new WriteUnit<T>(work);
        if (!_units.Writer.TryWrite(unit))
        {
            unit.Failed(Stopped());
        }

        return unit.Done;
    }

    /// <summary>Commits what is queued and ends.</summary>
    public Task CompleteAsync()
    {
        _units.Writer.TryComplete();
        return _ended.Task;
    }

    /// <summary>Ends as if killed: the open transaction is rolled back, what is queued is never written.</summary>
    public Task AbandonAsync()
    {
        _abandoned = true;
        return CompleteAsync();
    }

    public void Dispose() => _sql.Dispose();

    private static InvalidOperationException Stopped() => new("The durable engine has stopped; nothing can be stored.");

    private void Work()
    {
        var batch = new List<WriteUnit>();
        try
        {
#pragma warning disable VSTHRD002 // a thread of its own: it has nothing to do but to wait
            while (_units.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
#pragma warning restore VSTHRD002
            {
                batch.Clear();
                if (!Commit(batch))
                {
                    break;
                }

                foreach (var unit in batch)
                {
                    _publish(unit.Effects);
                }

                foreach (var unit in batch)
                {
                    unit.Committed();
                }
            }
        }
        catch (Exception e)
        {
            _log.StateNotWritten(e);
            foreach (var unit in batch)
            {
                unit.Failed(e);
            }
        }
        finally
        {
            _units.Writer.TryComplete();
            while (_units.Reader.TryRead(out var unit))
            {
                unit.Failed(Stopped());
            }

            _ended.TrySetResult();
        }
    }

    /// <summary>Runs and commits what waits; gives the units that are committed. False when the writer was abandoned.</summary>
    private bool Commit(List<WriteUnit> batch)
    {
        _sql.Execute("BEGIN IMMEDIATE");
        while (batch.Count < MaxUnitsInTransaction && !_abandoned && _units.Reader.TryRead(out var unit))
        {
            if (Execute(unit))
            {
                batch.Add(unit);
            }
        }

        if (_abandoned)
        {
            _sql.Execute("ROLLBACK");
            foreach (var unit in batch)
            {
                unit.Failed(Stopped());
            }

            return false;
        }

        _sql.Execute("COMMIT");
        Units += batch.Count;
        Transactions++;
        return true;
    }

    // A savepoint each, so that a unit that fails takes nothing of the others with it.
    private bool Execute(WriteUnit unit)
    {
        _sql.Execute("SAVEPOINT unit");
        try
        {
            _store.Effects = unit.Effects;
            unit.Execute(_store);
            _sql.Execute("RELEASE unit");
            return true;
        }
        catch (Exception e)
        {
            _sql.Execute("ROLLBACK TO unit");
            _sql.Execute("RELEASE unit");
            unit.Failed(e);
            return false;
        }
    }
}
