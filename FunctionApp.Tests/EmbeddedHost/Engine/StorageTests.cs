using FuseDeskFlows.EmbeddedHost.Engine;
using FuseDeskFlows.EmbeddedHost.Engine.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.DurableTask.Converters;
using Microsoft.Extensions.Logging.Abstractions;

namespace FuseDeskFlows.Tests.EmbeddedHost.Engine;

public sealed class StorageTests
{
    [Fact]
    public async Task Many_starts_at_once_share_few_transactions()
    {
        await using var bed = await EngineBed.StartAsync(new TestFunctions().Orchestrator("Wait", context => context.WaitForExternalEvent<string>("go")));

        await Task.WhenAll(Enumerable.Range(0, 2000).Select(_ => bed.BeginAsync("Wait")));
        await EngineBed.UntilAsync(() => bed.Engine.Counters.Units >= 4000);

        Assert.True(
            bed.Engine.Counters.Transactions * 5 < bed.Engine.Counters.Units,
            $"{bed.Engine.Counters.Units} units took {bed.Engine.Counters.Transactions} transactions");
    }

    [Fact]
    public async Task A_unit_that_fails_takes_nothing_of_the_others_with_it()
    {
        var folder = Directory.CreateTempSubdirectory("store-");
        try
        {
            var path = Path.Combine(folder.FullName, "state.db");
            var writer = new StoreWriter(Schema.Open(path), _ => { }, NullLogger.Instance);
            var good = writer.WriteAsync(store => Create(store, "good"));
            var bad = writer.WriteAsync<bool>(store =>
            {
                Create(store, "bad");
                throw new TimeoutException();
            });
            writer.Start();

            await good;
            await Assert.ThrowsAsync<TimeoutException>(() => bad);
            await writer.CompleteAsync();
            writer.Dispose();
            using var reader = new StoreReader(path);
            Assert.NotNull(reader.Instance("good"));
            Assert.Null(reader.Instance("bad"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task A_result_that_arrives_twice_is_taken_once()
    {
        var folder = Directory.CreateTempSubdirectory("store-");
        try
        {
            var path = Path.Combine(folder.FullName, "state.db");
            var writer = new StoreWriter(Schema.Open(path), _ => { }, NullLogger.Instance);
            writer.Start();
            var work = new ActivityWork("i", "e", 0, "A", null);
            await writer.WriteAsync(store =>
            {
                store.Enqueue(work);
                return true;
            });

            Assert.True(await writer.WriteAsync(store => store.Finish(work)));
            Assert.False(await writer.WriteAsync(store => store.Finish(work)));
            await writer.CompleteAsync();
            writer.Dispose();
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task A_step_of_a_run_that_was_replaced_is_not_stored()
    {
        var folder = Directory.CreateTempSubdirectory("store-");
        try
        {
            var path = Path.Combine(folder.FullName, "state.db");
            var writer = new StoreWriter(Schema.Open(path), _ => { }, NullLogger.Instance);
            writer.Start();
            await writer.WriteAsync(store => Create(store, "i"));

            Assert.False(await writer.WriteAsync(store => store.Update(store.Find("i")! with { Output = "old" }, "another run")));
            Assert.True(await writer.WriteAsync(store => store.Update(store.Find("i")! with { Output = "new" }, "e")));
            await writer.CompleteAsync();
            writer.Dispose();
            using var reader = new StoreReader(path);
            Assert.Equal("new", reader.Instance("i")!.Output);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Theory]
    [InlineData("newer", "schema 99")]
    [InlineData("foreign", "something else")]
    [InlineData("garbage", "cannot be read")]
    public async Task A_file_that_is_not_ours_is_refused_with_a_reason(string kind, string reason)
    {
        var folder = Directory.CreateTempSubdirectory("store-");
        try
        {
            var path = Path.Combine(folder.FullName, "state.db");
            if (kind == "garbage")
            {
                await File.WriteAllTextAsync(path, new string('x', 5000), TestContext.Current.CancellationToken);
            }
            else
            {
                Make(path, kind == "newer" ? "PRAGMA user_version=99" : "CREATE TABLE notes (text TEXT)");
            }

            await using var engine = new DurableEngine(
                new() { DatabasePath = path }, new TestFunctions(), JsonDataConverter.Default, TimeProvider.System, NullLoggerFactory.Instance);

            var error = await Assert.ThrowsAsync<InvalidDataException>(() => engine.StartAsync(TestContext.Current.CancellationToken));

            Assert.Contains(reason, error.Message, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void Make(string path, string sql)
    {
        using var session = new SqlSession(path, SqliteOpenMode.ReadWriteCreate);
        session.Execute(sql);
    }

    private static bool Create(StoreTransaction store, string id)
    {
        var now = DateTimeOffset.UnixEpoch;
        store.Create(new(id, "N", "e", Microsoft.DurableTask.Client.OrchestrationRuntimeStatus.Pending, now, now), startAt: null);
        return true;
    }
}
