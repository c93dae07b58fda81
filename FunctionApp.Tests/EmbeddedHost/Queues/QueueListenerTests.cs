using System.Globalization;
using FuseDeskFlows.EmbeddedHost.Queues;
using FuseDeskFlows.Tests.EmbeddedHost.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace FuseDeskFlows.Tests.EmbeddedHost.Queues;

public sealed class QueueListenerTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly Recorder _recorder = new();
    private readonly SemaphoreSlim _gate = new(0);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _gate.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_batch_is_fetched_when_few_enough_are_running()
    {
        _folder.With("host.json", """{ "version": "2.0", "extensions": { "queues": { "batchSize": 4, "newBatchThreshold": 2 } } }""");
        Directory.CreateDirectory(_folder.File("state"));
        using (var store = new LocalQueueStore(_folder.File("state/queues.db"), TimeProvider.System))
        {
            for (var i = 0; i < 10; i++)
            {
                await store.SendAsync("parallel", BinaryData.FromString(i.ToString(CultureInfo.InvariantCulture)));
            }
        }

        await using var host = await StartAsync();
        await Eventually.TrueAsync(() => _recorder.Lines.Count == 4, "the first batch runs");
        _gate.Release();
        await Task.Delay(100, Cancel);
        Assert.Equal(4, _recorder.Lines.Count);
        _gate.Release();
        await Eventually.TrueAsync(() => _recorder.Lines.Count == 8, "the second batch runs");
        await Task.Delay(50, Cancel);
        Assert.Equal(["0", "1", "2", "3"], _recorder.Lines.Take(4).Order(StringComparer.Ordinal));
        Assert.Equal(8, _recorder.Lines.Count);
        _gate.Release(8);
        await Eventually.TrueAsync(() => _recorder.Lines.Count == 10, "all run");
        _gate.Release(8);
    }

    [Fact]
    public async Task A_stop_lets_running_messages_end()
    {
        await using var host = await StartAsync();
        await host.Get<QueueProvider>().Get(QueueAddress.Of("parallel", null)).SendAsync(BinaryData.FromString("x"), Cancel);
        await Eventually.TrueAsync(() => _recorder.Lines.Count == 1, "it runs");
        var stop = host.StopAsync();
        await Task.Delay(50, Cancel);
        Assert.False(stop.IsCompleted);
        _gate.Release();
        await stop;
        Assert.Empty(await host.Get<QueueProvider>().Get(QueueAddress.Of("parallel", null)).ReceiveAsync(1, TimeSpan.FromMinutes(1), Cancel));
    }

    [Fact]
    public async Task A_queue_that_fails_is_looked_at_again()
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var (queue, time) = (new FlakyQueue(), new FakeTimeProvider());
        var listener = new QueueListener(queue, processor: null!, new QueueOptions(), time, NullLogger.Instance).RunAsync(stop.Token, Cancel);

        await Eventually.TrueAsync(
            () =>
            {
                time.Advance(TimeSpan.FromSeconds(5));
                return queue.Looks > 2;
            },
            "it looks again");
        await stop.CancelAsync();
        await listener;
    }

    [Fact]
    public async Task A_connection_string_that_cannot_be_read_is_told_with_its_setting()
    {
        _folder.With("local.settings.json", """{ "Values": { "AzureWebJobsStorage": "nonsense" } }""");
        await using var host = await TestHost.RunAsync(Options());
        Assert.Equal(1, host.ExitCode);
        Assert.StartsWith("The setting AzureWebJobsStorage is not a connection string of Azure Storage", host.Error, StringComparison.Ordinal);
    }

    private Task<TestHost> StartAsync() => TestHost.StartAsync(Options());

    private TestHostOptions Options() => new(_folder, typeof(QueueParallelism))
    {
        Configure = builder => builder.Services.AddSingleton(_recorder).AddSingleton(_gate),
    };
}
