using System.Collections.Concurrent;

namespace DurableSqlite.Storage;

/// <summary>The file: it has one owner and one writer; reads have connections of their own.</summary>
internal sealed class Store(string path, Schema schema, SqliteStorageHealth health, ILogger logger) : IDisposable
{
    private const int PagesFreedAtOnce = 256;

    private readonly Lock _gate = new();
    private readonly ConcurrentBag<Database> _readers = [];
    private volatile GroupCommit? _writer;
    private FileStream? _owner;

    public string Path { get; } = System.IO.Path.GetFullPath(path);
    /// <summary>How long after a failed commit what must be written is tried again.</summary>
    public TimeSpan RetryInterval { get; init; } = TimeSpan.FromSeconds(1);
    public long Commits => Writer.Commits; // since the file was opened
    private GroupCommit Writer => _writer ?? throw new ObjectDisposedException(nameof(Store));

    /// <summary>Opens or creates the file, and brings its tables to this version. Does nothing where it is open.</summary>
    public void Open()
    {
        using var scope = _gate.EnterScope();
        if (_writer is not null)
        {
            return;
        }

        try
        {
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path)!);
            _owner = Hold(Path + ".lock"); // two hosts on one file would run everything twice; a killed one lets go
            if (!File.Exists(Path))
            {
                Hold(Path).Dispose();
            }

            _writer = new GroupCommit(Path, OpenWriter, RetryInterval, health, logger).Start();
        }
        catch (Exception e)
        {
            _owner?.Dispose();
            if (StorageErrors.Translate(e, Path) is { } failure)
            {
                throw health.Fail(Path, failure);
            }

            throw;
        }
    }

    public void Close()
    {
        using var scope = _gate.EnterScope();
        _writer?.Dispose();
        _writer = null;
        CloseReaders();
        _owner?.Dispose();
    }

    public void Delete()
    {
        Close();
        Array.ForEach(["", "-wal", "-shm", ".lock"], suffix => File.Delete(Path + suffix));
    }

    public void Dispose() => Close();

    public T Read<T>(Func<Database, T> read)
    {
        var writer = Writer;
        Database? database = null;
        try
        {
            database = _readers.TryTake(out var idle) ? idle : new Database(Path, writes: false);
            var value = read(database);
            _readers.Add(database);
            if (_writer != writer)
            {
                CloseReaders(); // closed meanwhile: nobody else would take this one
            }

            return value;
        }
        catch (Exception e)
        {
            database?.Dispose();
            if (StorageErrors.Translate(e, Path) is { } failure)
            {
                throw failure.IsPassing ? failure : writer.Fail(failure);
            }

            throw;
        }
    }

    /// <summary>Writes for someone who is told if it fails. Completes after the commit.</summary>
    public Task WriteAsync(Action<Database> work, Action? committed = null) => PostAsync(new WriteOperation(work, committed));

    /// <summary>The same for what gives something back: to whoever waits, and to what the commit lets out.</summary>
    public async Task<T> CommitAsync<T>(Func<Database, T> work, Action<T>? committed = null)
    {
        var result = default(T)!;
        await WriteAsync(database => result = work(database), () => committed?.Invoke(result));
        return result;
    }

    /// <summary>Gives back to the disk what was freed, in steps, so that others get their turn.</summary>
    public async Task ShrinkAsync()
    {
        long free;
        do
        {
            free = await CommitAsync(database =>
            {
                database.Query($"PRAGMA incremental_vacuum({PagesFreedAtOnce})", _ => 0); // a row a page: each must be read
                return database.Scalar<long>("PRAGMA freelist_count");
            });
        }
        while (free > 0);

        await PostAsync(new(_ => { }) { Truncates = true });
    }

    public Task PostAsync(WriteOperation operation) => Writer.PostAsync(operation);

    /// <summary>Opens a file for this process alone; a new one is its owner's alone, and so is what SQLite puts beside it.</summary>
    public static FileStream Hold(string path)
    {
        FileStreamOptions options = new() { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return new FileStream(path, options);
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
            if (schema.Apply(database, Path) is var found && found != schema.Scripts.Count)
            {
                logger.SchemaApplied(Path, found, schema.Scripts.Count);
            }

            return database;
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }
}
