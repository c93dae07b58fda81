using System.Collections.Concurrent;
using DurableSqlite.Logging;
using Microsoft.Extensions.Logging;

namespace DurableSqlite.Storage;

/// <summary>The file: it has one owner and one writer; reads have connections of their own.</summary>
internal sealed class Store(string path, Schema schema, SqliteStorageHealth health, ILogger logger) : IDisposable
{
    private readonly Lock _gate = new();
    private readonly ConcurrentBag<Database> _readers = [];
    private volatile GroupCommit? _writer;
    private FileOwner? _owner;

    /// <summary>The file's full path.</summary>
    public string Path { get; } = System.IO.Path.GetFullPath(path);
    /// <summary>How long after a failed commit what must be written is tried again.</summary>
    public TimeSpan RetryInterval { get; init; } = TimeSpan.FromSeconds(1);
    /// <summary>How many pages the file may grow to; 0: as many as the disk takes.</summary>
    public int PageLimit { get; set; }
    /// <summary>Transactions that were committed since the file was opened.</summary>
    public long Commits => Writer.Commits;

    private GroupCommit Writer => _writer ?? throw new ObjectDisposedException(nameof(Store));

    /// <summary>Opens or creates the file, and brings its tables to this version. Does nothing where it is open.</summary>
    /// <exception cref="SqliteStorageException">The file cannot be used; the message says why.</exception>
    public void Open()
    {
        using var scope = _gate.EnterScope();
        try
        {
            if (_writer is null)
            {
                _owner = FileOwner.Take(Path);
                _writer = new GroupCommit(Path, OpenWriter, RetryInterval, health, logger);
            }
        }
        catch (Exception e) when (StorageErrors.Translate(e, Path) is { } failure)
        {
            throw health.Fail(Path, failure);
        }
        finally
        {
            if (_writer is null)
            {
                _owner?.Dispose();
            }
        }
    }

    /// <summary>Writes what waits, and closes the file.</summary>
    public void Close()
    {
        using var scope = _gate.EnterScope();
        _writer?.Stop();
        _writer = null;
        CloseReaders();
        _owner?.Dispose();
    }

    /// <summary>Closes the file and deletes it with all that is in it.</summary>
    public void Delete()
    {
        Close();
        Array.ForEach(["", "-wal", "-shm", ".lock"], suffix => File.Delete(Path + suffix));
    }

    public void Dispose() => Close();

    /// <exception cref="SqliteStorageException">The file cannot be read.</exception>
    public T Read<T>(Func<Database, T> read)
    {
        var writer = Writer;
        try
        {
            var database = _readers.TryTake(out var idle) ? idle : new Database(Path, writes: false);
            var value = Read(database, read);
            _readers.Add(database);
            if (_writer != writer)
            {
                CloseReaders(); // closed meanwhile: nobody else would take this one
            }

            return value;
        }
        catch (Exception e) when (StorageErrors.Translate(e, Path) is { } failure)
        {
            throw failure.IsPassing ? failure : writer.Lose(failure);
        }
    }

    /// <summary>Writes for someone who is told if it fails. Completes after the commit.</summary>
    /// <exception cref="SqliteStorageException">It has not been written.</exception>
    public Task WriteAsync(Action<Database> work, Action? committed = null) => PostAsync(new WriteOperation(work, committed));

    /// <summary>Queues a write. The task completes after its commit.</summary>
    public Task PostAsync(WriteOperation operation) => Writer.PostAsync(operation);

    /// <summary>Makes the file as small as its content.</summary>
    public Task TruncateAsync() => Writer.TruncateAsync();

    private static T Read<T>(Database database, Func<Database, T> read)
    {
        try
        {
            return read(database);
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    private void CloseReaders()
    {
        while (_readers.TryTake(out var reader))
        {
            reader.Dispose();
        }
    }

    private Database OpenWriter()
    {
        Database database = new(Path, writes: true);
        try
        {
            if (schema.Apply(database, Path) is var found && found != schema.Version)
            {
                logger.SchemaApplied(Path, found, schema.Version);
            }

            database.Script($"PRAGMA max_page_count = {(PageLimit > 0 ? PageLimit : uint.MaxValue - 1)}");
            return database;
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }
}
