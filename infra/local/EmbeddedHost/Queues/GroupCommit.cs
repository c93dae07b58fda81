using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace FuseDeskFlows.EmbeddedHost.Queues;

/// <summary>
/// Runs what many callers ask of one SQLite connection on one thread, and all that has come together in one transaction: they share the flush to the
/// disk, and none of them holds a thread while it waits. What is answered is on the disk.
/// </summary>
internal sealed class GroupCommit : IDisposable
{
    private const int Most = 256;

    private readonly SqliteConnection _connection;
    private readonly BlockingCollection<Job> _jobs = [];
    private readonly Thread _thread;

    public GroupCommit(SqliteConnection connection)
    {
        _connection = connection;
        _thread = new Thread(Work) { IsBackground = true, Name = "queues" };
        _thread.Start();
    }

    /// <summary>Runs a piece of work; ends when it is committed.</summary>
    /// <exception cref="ObjectDisposedException">The queue has been closed.</exception>
    public async Task<T> RunAsync<T>(Func<T> work)
    {
        var job = new Job(() => work());
        try
        {
            _jobs.Add(job);
        }
        catch (InvalidOperationException e)
        {
            throw new ObjectDisposedException("The queue has been closed.", e);
        }

#pragma warning disable VSTHRD003 // It is completed by the writing thread, which waits for nobody.
        return (T)(await job.Done.Task)!;
#pragma warning restore VSTHRD003
    }

    /// <summary>Finishes what has been asked for, and ends.</summary>
    public void Dispose()
    {
        _jobs.CompleteAdding();
        _thread.Join();
        _jobs.Dispose();
    }

    private void Work()
    {
        foreach (var first in _jobs.GetConsumingEnumerable())
        {
            var together = new List<Job> { first };
            while (together.Count < Most && _jobs.TryTake(out var next))
            {
                together.Add(next);
            }

            Commit(together);
        }
    }

    private void Commit(List<Job> together)
    {
        try
        {
            using (var transaction = _connection.BeginTransaction())
            {
                together.ForEach(job => job.Run());
                transaction.Commit();
            }

            together.ForEach(job => job.Answer());
        }
#pragma warning disable CA1031 // Every caller gets the failure; the thread goes on for the next ones.
        catch (Exception e)
#pragma warning restore CA1031
        {
            together.ForEach(job => job.Done.TrySetException(e));
        }
    }

    private sealed class Job(Func<object?> work)
    {
        private object? _result;
        private Exception? _failure;

        public TaskCompletionSource<object?> Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public void Run()
        {
            try
            {
                _result = work();
            }
#pragma warning disable CA1031 // A statement that fails changes nothing; its caller gets the failure, the others are committed.
            catch (Exception e)
#pragma warning restore CA1031
            {
                _failure = e;
            }
        }

        public void Answer()
        {
            if (_failure is null)
            {
                Done.TrySetResult(_result);
            }
            else
            {
                Done.TrySetException(_failure);
            }
        }
    }
}
