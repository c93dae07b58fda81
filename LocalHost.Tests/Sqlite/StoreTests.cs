using DurableSqlite;
using DurableSqlite.Storage;
using LocalHost.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;

namespace LocalHost.Tests.Sqlite;

public sealed class StoreTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("store-").FullName;
    private readonly SqliteStorageHealth _health = new();

    private string File => Path.Combine(_folder, "hub.db");

    [Fact]
    public async Task A_file_of_an_earlier_schema_is_brought_up_and_keeps_what_is_in_it()
    {
        using (var earlier = Open(Schema.Current))
        {
            await earlier.WriteAsync(database => InsertTask(database, 1));
        }

        using var later = Open(With("ALTER TABLE Task ADD COLUMN Priority INTEGER NOT NULL DEFAULT 7"));

        Assert.Equal(7, later.Read(database => database.Scalar<long>("SELECT Priority FROM Task WHERE Id = 1")));
        Assert.Equal(Schema.Current.Scripts.Count + 1, later.Read(database => database.Scalar<long>("PRAGMA user_version")));
    }

    [Fact]
    public void An_upgrade_that_fails_leaves_the_file_at_its_version()
    {
        Open(Schema.Current).Dispose();

        Assert.ThrowsAny<Exception>(() => Open(With("CREATE TABLE Extra(Id INTEGER); CREATE TABLE Task(Id INTEGER)")));

        using var store = Open(Schema.Current);
        Assert.Equal(0, store.Read(database => database.Scalar<long>("SELECT count(*) FROM sqlite_master WHERE name = 'Extra'")));
    }

    [Fact]
    public void A_file_of_a_later_schema_is_refused_and_left_as_it_is()
    {
        Open(With("CREATE TABLE Later(Id INTEGER)")).Dispose();
        var before = System.IO.File.ReadAllBytes(File);

        var refused = Assert.Throws<SqliteStorageException>(() => Open(Schema.Current));

        Assert.Equal(SqliteStorageFailure.Newer, refused.Failure);
        Assert.Contains("later version", refused.Message, StringComparison.Ordinal);
        Assert.Equal(before, System.IO.File.ReadAllBytes(File));
        Assert.True(_health.Lost.IsCancellationRequested);
    }

    [Fact]
    public void A_database_of_something_else_is_refused_and_left_as_it_is()
    {
        using (Database other = new(File, writes: true))
        {
            other.Script("CREATE TABLE Notes(Text)");
        }

        var before = System.IO.File.ReadAllBytes(File);

        Assert.Equal(SqliteStorageFailure.Foreign, Assert.Throws<SqliteStorageException>(() => Open(Schema.Current)).Failure);
        Assert.Equal(before, System.IO.File.ReadAllBytes(File));
    }

    [Fact]
    public void A_file_that_is_no_database_is_refused_with_its_name()
    {
        System.IO.File.WriteAllText(File, string.Concat(Enumerable.Repeat("not a database. ", 1000)));

        var refused = Assert.Throws<SqliteStorageException>(() => Open(Schema.Current));

        Assert.Equal((SqliteStorageFailure.Damaged, false), (refused.Failure, refused.IsPassing));
        Assert.Contains(File, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_second_owner_is_refused_until_the_first_has_gone()
    {
        using (Open(Schema.Current))
        {
            Assert.Equal(SqliteStorageFailure.InUse, Assert.Throws<SqliteStorageException>(() => Open(Schema.Current)).Failure);
        }

        Open(Schema.Current).Dispose();
    }

    [Fact]
    public async Task What_waits_goes_into_one_commit_and_what_can_ride_waits_for_one()
    {
        using var store = Open(Schema.Current);
        using SemaphoreSlim go = new(0);
        var first = await BlockAsync(store, go);
        var others = Enumerable.Range(1, 50).Select(i => store.WriteAsync(database => InsertTask(database, i))).ToList();
        go.Release();
        await Task.WhenAll([first, .. others]);
        Assert.Equal(2, store.Commits);

        var second = await BlockAsync(store, go);
        var ride = store.PostAsync(new WriteOperation(database => InsertTask(database, 51)) { CanRide = true });
        var carrier = store.WriteAsync(database => InsertTask(database, 52));
        go.Release();
        await Task.WhenAll(second, ride, carrier);

        Assert.Equal(4, store.Commits);
        Assert.Equal(52, store.Read(database => database.Scalar<long>("SELECT count(*) FROM Task")));
    }

    [Fact]
    public async Task A_write_that_is_wrong_fails_alone()
    {
        using var store = Open(Schema.Current);
        using ManualResetEventSlim go = new();
        var first = store.WriteAsync(_ => go.Wait());
        var good = store.WriteAsync(database => InsertTask(database, 1));
        var bad = store.WriteAsync(_ => throw new InvalidOperationException("wrong"));
        var alsoGood = store.WriteAsync(database => InsertTask(database, 2));
        go.Set();

        await Task.WhenAll(first, good, alsoGood);
        await Assert.ThrowsAsync<InvalidOperationException>(() => bad);
        Assert.Null(_health.Failure);
    }

    [Fact]
    public async Task A_full_disk_refuses_who_can_be_told_and_keeps_the_rest_until_there_is_room()
    {
        using var store = Open(Schema.Current);
        await LimitAsync(store, pages: 20);
        await Assert.ThrowsAsync<SqliteStorageException>(() => FillAsync(store));
        Assert.Equal(SqliteStorageFailure.Full, _health.Failure!.Failure);
        var must = store.PostAsync(new WriteOperation(database => InsertTask(database, 10_000, 100_000)) { MustSucceed = true });
        var mustToo = store.PostAsync(new WriteOperation(database => InsertTask(database, 10_001)) { MustSucceed = true });
        var refused = await Assert.ThrowsAsync<SqliteStorageException>(
            () => store.WriteAsync(database => InsertTask(database, 10_002, 100_000)));

        Assert.Equal((SqliteStorageFailure.Full, true), (refused.Failure, refused.IsPassing));
        Assert.False(must.IsCompleted || mustToo.IsCompleted);
        Assert.True(store.Read(database => database.Scalar<long>("SELECT count(*) FROM Task")) > 0);
        Assert.False(_health.Lost.IsCancellationRequested);

        await store.WriteAsync(database => database.Execute("DELETE FROM Task WHERE Id < 10000")); // what makes room gets through
        await LimitAsync(store, pages: 100_000);
        await Task.WhenAll(must, mustToo);

        await Eventually.TrueAsync(() => _health.Failure is null);
        Assert.Equal(2, store.Read(database => database.Scalar<long>("SELECT count(*) FROM Task")));
    }

    [Fact]
    public async Task What_was_kept_is_tried_again_also_while_something_always_comes()
    {
        using var store = Open(Schema.Current);
        await LimitAsync(store, pages: 20);
        await Assert.ThrowsAsync<SqliteStorageException>(() => FillAsync(store));
        var must = store.PostAsync(new WriteOperation(database => InsertTask(database, 10_000, 100_000)) { MustSucceed = true });
        await LimitAsync(store, pages: 100_000);

        // Each write brings the next one before it ends: the writer never finds an empty queue.
        void WriteOnAndOn(Database database)
        {
            if (!must.IsCompleted)
            {
                _ = store.WriteAsync(WriteOnAndOn);
            }
        }

        _ = store.WriteAsync(WriteOnAndOn);
        await must.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
        Assert.Equal(1, store.Read(database => database.Scalar<long>("SELECT count(*) FROM Task WHERE Id = 10000")));
    }

    [Fact]
    public void A_read_that_fails_or_ends_after_the_close_leaves_no_connection()
    {
        using var store = Open(Schema.Current);
        Database? failed = null;
        Database? late = null;

        Assert.Throws<FormatException>(() => store.Read<int>(database =>
        {
            failed = database;
            throw new FormatException();
        }));
        store.Read(database =>
        {
            late = database;
            store.Close();
            return 0;
        });

        Assert.NotSame(failed, late);
        Assert.All([failed!, late!], database => Assert.Throws<InvalidOperationException>(() => database.Script("SELECT 1")));
        Assert.Throws<ObjectDisposedException>(() => store.Read(_ => 0));
    }

    [Fact]
    public async Task Damage_that_shows_later_ends_it_for_good()
    {
        using var store = Open(Schema.Current);
        await store.WriteAsync(database => InsertTask(database, 1, 200_000));
        await store.PostAsync(new WriteOperation(_ => { }) { Truncates = true });
        await using (FileStream stream = new(File, FileMode.Open, FileAccess.Write, FileShare.ReadWrite))
        {
            await stream.WriteAsync(Enumerable.Repeat((byte)0x5A, 60_000).ToArray(), TestContext.Current.CancellationToken);
        }

        Assert.Throws<SqliteStorageException>(
            () => store.Read(database => database.Query("SELECT Body FROM Task", row => row.GetString(0))));
        Assert.True(_health.Lost.IsCancellationRequested);
        await Assert.ThrowsAsync<SqliteStorageException>(() => store.WriteAsync(database => InsertTask(database, 2)));
    }

    [Fact]
    public async Task A_checkpoint_that_fails_is_told_and_takes_no_commit_with_it()
    {
        using var store = Open(Schema.Current, TimeSpan.FromHours(1));
        await store.WriteAsync(database => InsertTask(database, 1, 200_000));
        await using (FileStream ahead = new(File + "-wal", FileMode.Open, FileAccess.Write, FileShare.ReadWrite))
        {
            ahead.SetLength(0); // what the checkpoint would read
        }

        await store.PostAsync(new WriteOperation(_ => { }) { Truncates = true });
        Assert.Equal((SqliteStorageFailure.Disk, true), (_health.Failure!.Failure, _health.Failure.IsPassing));

        await store.WriteAsync(_ => { });
        Assert.Null(_health.Failure);
        Assert.False(_health.Lost.IsCancellationRequested);
    }

    [Fact]
    public void What_cannot_be_written_is_refused_as_that_and_not_as_in_use()
    {
        Directory.CreateDirectory(File + ".lock");

        var refused = Assert.Throws<SqliteStorageException>(() => Open(Schema.Current));

        Assert.Equal((SqliteStorageFailure.NotWritable, true), (refused.Failure, refused.IsPassing));
        Assert.Contains(File, refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(30, SqliteStorageFailure.NotWritable)] // EROFS, which .NET has no exception of its own for
    [InlineData(11, SqliteStorageFailure.InUse)] // EWOULDBLOCK
    public void A_disk_that_is_read_only_is_not_taken_for_a_file_that_is_in_use(int error, SqliteStorageFailure expected) =>
        Assert.Equal(expected, StorageErrors.Translate(new IOException("said", error), File)!.Failure);

    [Fact]
    public async Task A_file_is_its_owners_alone_with_what_is_written_beside_it()
    {
        using var store = Open(Schema.Current);
        await store.WriteAsync(database => InsertTask(database, 1));

        foreach (var suffix in OperatingSystem.IsWindows() ? [] : new[] { "", "-wal", "-shm", ".lock" })
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, new FileInfo(File + suffix).UnixFileMode);
        }
    }

    public void Dispose()
    {
        _health.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static void InsertTask(Database database, int id, int size = 10) =>
        database.Execute("INSERT INTO Task(Id, InstanceId, Body) VALUES(@0, 'i', @1)", id, new string('x', size));

    /// <summary>Keeps the writer busy with a commit until it may go on.</summary>
    private static async Task<Task> BlockAsync(Store store, SemaphoreSlim go)
    {
        TaskCompletionSource begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
        var blocked = store.WriteAsync(_ =>
        {
            begun.TrySetResult();
            go.Wait();
        });
        await begun.Task;
        return blocked;
    }

    private static async Task FillAsync(Store store)
    {
        for (var i = 1; ; i++)
        {
            await store.WriteAsync(database => InsertTask(database, i, 3000));
        }
    }

    private static Schema With(string script) => new([.. Schema.Current.Scripts, script]);

    private static Task LimitAsync(Store store, int pages) =>
        store.WriteAsync(database => database.Script($"PRAGMA max_page_count = {pages}"));

    private Store Open(Schema schema, TimeSpan? retryInterval = null)
    {
        var interval = retryInterval ?? TimeSpan.FromMilliseconds(20);
        Store store = new(File, schema, _health, NullLogger.Instance) { RetryInterval = interval };
        store.Open();
        return store;
    }
}
