using Azure;
using Azure.Storage.Queues;
using DurableSqlite;
using DurableSqlite.Storage;
using LocalFunctionsHost;
using LocalFunctionsHost.Queues;
using LocalHost.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace LocalHost.Tests.Queues;

/// <summary>What the local queues promise beyond Azure's protocol.</summary>
public sealed class LocalQueuesTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly SqliteStorageHealth _health = new();
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 3, 1, 10, 0, 0, TimeSpan.Zero));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _health.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task What_was_acknowledged_is_on_the_disk_whenever_the_process_ends()
    {
        using var copy = new TempFolder();
        await using (var queues = await StartAsync())
        {
            var queue = await QueueAsync(queues);
            await Task.WhenAll(Enumerable.Range(0, 500).Select(i => queue.SendMessageAsync($"message {i}", Cancel)));
            var done = (await queue.ReceiveMessagesAsync(10, cancellationToken: Cancel)).Value;
            await Task.WhenAll(done.Select(message => queue.DeleteMessageAsync(message.MessageId, message.PopReceipt, Cancel)));

            // What a killed process leaves behind: the file and its log, nothing closed.
            File.Copy(_folder.File("queues.db"), copy.File("queues.db"));
            File.Copy(_folder.File("queues.db-wal"), copy.File("queues.db-wal"));
        }

        await using var again = await StartAsync(copy);
        Assert.Equal(490, (await Client(again).GetPropertiesAsync(Cancel)).Value.ApproximateMessagesCount);
        Assert.Equal(32, (await Client(again).ReceiveMessagesAsync(32, cancellationToken: Cancel)).Value.Length);
    }

    [Fact]
    public async Task After_a_start_what_was_being_worked_on_comes_back_at_once_and_what_was_put_off_does_not()
    {
        await using (var queues = await StartAsync())
        {
            var queue = await QueueAsync(queues);
            foreach (var text in new[] { "held", "put off" })
            {
                await queue.SendMessageAsync(text, Cancel);
            }

            await queue.SendMessageAsync("delayed", TimeSpan.FromMinutes(5), cancellationToken: Cancel);
            var taken = (await queue.ReceiveMessagesAsync(2, TimeSpan.FromMinutes(10), Cancel)).Value;
            await queue.UpdateMessageAsync(
                taken[1].MessageId, taken[1].PopReceipt, visibilityTimeout: TimeSpan.FromMinutes(5), cancellationToken: Cancel);
        }

        await using var again = await StartAsync();
        var back = Assert.Single((await Client(again).ReceiveMessagesAsync(32, cancellationToken: Cancel)).Value);
        Assert.Equal(("held", 2L), (back.MessageText, back.DequeueCount));
        _time.Advance(TimeSpan.FromMinutes(5));
        var later = (await Client(again).ReceiveMessagesAsync(32, TimeSpan.FromMinutes(1), Cancel)).Value;
        Assert.Equal(["delayed", "held", "put off"], later.Select(message => message.MessageText).Order());
    }

    [Fact]
    public async Task The_key_is_the_state_folders_own_and_stays()
    {
        using var other = new TempFolder();
        await using var elsewhere = await StartAsync(other);
        string key;
        await using (var queues = await StartAsync())
        {
            key = KeyOf(queues);
            Assert.Equal(64, Convert.FromBase64String(key).Length);
            Assert.NotEqual(key, KeyOf(elsewhere));
        }

        await using var again = await StartAsync();
        Assert.Equal(key, KeyOf(again));
        foreach (var file in OperatingSystem.IsWindows() ? [] : new[] { "queues.db", "queues.db-wal", "queues.db-shm" })
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, new FileInfo(_folder.File(file)).UnixFileMode);
        }
    }

    [Theory]
    [InlineData("GET", "/local?comp=list")]
    [InlineData("PUT", "/local/work")]
    [InlineData("POST", "/local/work/messages")]
    [InlineData("GET", "/")]
    public async Task Whoever_does_not_sign_gets_nothing(string method, string path)
    {
        await using var queues = await StartAsync();
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(Client(queues).Uri, path));
        using var response = await http.SendAsync(request, Cancel);
        Assert.Equal(403, (int)response.StatusCode);
        Assert.Contains("<Code>AuthenticationFailed</Code>", await response.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_full_disk_is_told_and_it_goes_on_when_there_is_room()
    {
        var store = new Store(_folder.File("queues.db"), QueueSchema.Current, _health, NullLogger.Instance)
        {
            RetryInterval = TimeSpan.FromHours(1),
        };
        await using var queues = await LocalQueues.StartAsync(store, _time, NullLoggerFactory.Instance, Cancel);
        await store.WriteAsync(database => database.Script("PRAGMA max_page_count = 30"));
        var queue = await QueueAsync(queues);
        var sent = 0;
        var full = await Assert.ThrowsAsync<RequestFailedException>(async () =>
        {
            for (; sent < 100; sent++)
            {
                await queue.SendMessageAsync(new string('x', 10_000), Cancel);
            }
        });
        Assert.Equal((503, "ServerBusy"), (full.Status, full.ErrorCode));
        Assert.Contains("no room left", full.Message, StringComparison.Ordinal);
        Assert.Equal(SqliteStorageFailure.Full, _health.Failure?.Failure);

        // What is there can be read, and polls of an empty queue are no sign that there is room.
        Assert.Equal(sent, (await queue.GetPropertiesAsync(Cancel)).Value.ApproximateMessagesCount);
        Assert.Equal(SqliteStorageFailure.Full, _health.Failure?.Failure);
        await queue.ClearMessagesAsync(Cancel);
        await queue.SendMessageAsync("x", Cancel);
        Assert.Null(_health.Failure);
    }

    [Fact]
    public async Task The_file_is_as_small_as_what_is_left_in_it_at_the_next_start()
    {
        await using (var queues = await StartAsync())
        {
            var queue = await QueueAsync(queues);
            await queue.SendMessageAsync("short", TimeSpan.Zero, TimeSpan.FromHours(1), Cancel);
            for (var i = 0; i < 100; i++)
            {
                await queue.SendMessageAsync(new string('x', 40_000), TimeSpan.Zero, i % 2 == 0 ? TimeSpan.FromMinutes(1) : null, Cancel);
            }

            var taken = (await queue.ReceiveMessagesAsync(32, cancellationToken: Cancel)).Value;
            await Task.WhenAll(taken.Skip(1).Select(message => queue.DeleteMessageAsync(message.MessageId, message.PopReceipt, Cancel)));
        }

        var before = new FileInfo(_folder.File("queues.db")).Length;
        Assert.InRange(before, 3_000_000, long.MaxValue);
        _time.Advance(TimeSpan.FromMinutes(1));
        await using var again = await StartAsync();
        Assert.InRange(new FileInfo(_folder.File("queues.db")).Length, 0, before * 3 / 4);
        Assert.Equal(36, (await Client(again).GetPropertiesAsync(Cancel)).Value.ApproximateMessagesCount);
    }

    [Fact]
    public async Task A_damaged_file_is_not_started_with()
    {
        await File.WriteAllTextAsync(_folder.File("queues.db"), new string('?', 8192), Cancel);
        var error = await Assert.ThrowsAsync<HostStartException>(StartAsync);
        Assert.Equal(SqliteStorageFailure.Damaged, _health.Failure?.Failure);
        Assert.Contains(_folder.File("queues.db"), error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Queues_are_listed_page_by_page()
    {
        await using var queues = await StartAsync();
        var service = new QueueServiceClient(queues.ConnectionString);
        foreach (var name in new[] { "bbb", "aaa", "ddd", "ccc", "eee" })
        {
            await service.CreateQueueAsync(name, cancellationToken: Cancel);
        }

        var pages = new List<string>();
        await foreach (var page in service.GetQueuesAsync(cancellationToken: Cancel).AsPages(pageSizeHint: 2))
        {
            pages.Add(string.Join(' ', page.Values.Select(queue => queue.Name)));
        }

        Assert.Equal(["aaa bbb", "ccc ddd", "eee"], pages);
    }

    [Fact]
    public async Task What_it_does_not_offer_it_says()
    {
        await using var queues = await StartAsync();
        var queue = await QueueAsync(queues);
        var error = await Assert.ThrowsAsync<RequestFailedException>(() => queue.GetAccessPolicyAsync(Cancel));
        Assert.Equal((501, "NotImplemented"), (error.Status, error.ErrorCode));
    }

    private Task<LocalQueues> StartAsync() => StartAsync(_folder);

    private Task<LocalQueues> StartAsync(TempFolder folder) =>
        LocalQueues.StartAsync(folder.Path, _health, _time, NullLoggerFactory.Instance, cancellationToken: Cancel);

    private static QueueClient Client(LocalQueues queues) =>
        new(queues.ConnectionString, "work", new QueueClientOptions { Retry = { MaxRetries = 0 } });

    private static async Task<QueueClient> QueueAsync(LocalQueues queues)
    {
        var queue = Client(queues);
        await queue.CreateAsync(cancellationToken: Cancel);
        return queue;
    }

    private static string KeyOf(LocalQueues queues) =>
        queues.ConnectionString.Split(';').Single(part => part.StartsWith("AccountKey=", StringComparison.Ordinal))["AccountKey=".Length..];
}
