using DurableSqlite;
using LocalFunctionsHost.Queues;
using LocalHost.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace LocalHost.Tests.Queues;

public sealed class LocalQueueContractTests : QueueContract
{
    private readonly TempFolder _folder = new();
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 3, 1, 10, 0, 0, TimeSpan.Zero));
    private readonly SqliteStorageHealth _health = new();
    private LocalQueues? _queues;

    public override async ValueTask DisposeAsync()
    {
        await _queues!.DisposeAsync();
        _health.Dispose();
        _folder.Dispose();
    }

    private protected override async Task<string> StartAsync() =>
        (_queues ??= await LocalQueues.StartAsync(
            _folder.Path, _health, _time, NullLoggerFactory.Instance, cancellationToken: Cancel)).ConnectionString;

    private protected override Task PassAsync(TimeSpan time)
    {
        _time.Advance(time);
        return Task.CompletedTask;
    }
}
