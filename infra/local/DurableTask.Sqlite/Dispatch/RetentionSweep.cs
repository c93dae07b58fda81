using DurableSqlite.Logging;
using Microsoft.Extensions.Logging;

namespace DurableSqlite.Dispatch;

/// <summary>Purges what ended longer ago than it is kept: at the start, and from then on in steps of a tenth of that time.</summary>
internal sealed class RetentionSweep(TimeSpan? retention, TimeProvider time, Func<DateTime, Task<int>> purgeAsync, ILogger logger)
{
    private static readonly TimeSpan Shortest = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);
    private ITimer? _timer;

    public void Start()
    {
        if (retention is { } kept)
        {
            var step = TimeSpan.FromTicks(Math.Clamp(kept.Ticks / 10, Shortest.Ticks, Longest.Ticks));
            _timer = time.CreateTimer(_ => _ = SweepAsync(kept), null, TimeSpan.Zero, step);
        }
    }

    public void Stop() => Interlocked.Exchange(ref _timer, null)?.Dispose();

    private async Task SweepAsync(TimeSpan kept)
    {
        try
        {
            var before = time.GetUtcNow().UtcDateTime - kept;
            if (await purgeAsync(before) is var count and > 0)
            {
                logger.InstancesExpired(count, before);
            }
        }
        catch (Exception e) when (e is SqliteStorageException or ObjectDisposedException)
        {
            logger.SweepFailed(e);
        }
    }
}
