using LocalHost.Tests.Oracle.Hosts;
using LocalHost.Tests.Oracle.Listed;
using LocalHost.Tests.Oracle.Replays;

namespace LocalHost.Tests.Oracle;

/// <summary>Replays each recording once, on a fresh host, when its first result is asked for; the next ones begin meanwhile.</summary>
public sealed class OracleReplays : IAsyncDisposable
{
    private const int Ahead = 2;
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Task<IReadOnlyList<StepResult>>> _replays = [];
    private readonly SemaphoreSlim _hosts = new(Ahead + 1);
    private readonly CancellationTokenSource _end = new();

    /// <summary>The recordings that are replayed.</summary>
    internal static IReadOnlyList<string> Replayed => Recording.Names;

    /// <summary>The table.</summary>
    internal ListedDifferences Listed { get; } = ListedDifferences.Read();

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        foreach (var replay in _replays.Values)
        {
            await replay.ContinueWith(_ => { }, TaskScheduler.Default);
        }

        _end.Dispose();
        _hosts.Dispose();
    }

    /// <summary>How the steps of a recording came out.</summary>
    internal async Task<IReadOnlyList<StepResult>> ResultsAsync(string recording)
    {
        Task<IReadOnlyList<StepResult>> result;
        lock (_lock)
        {
            result = Begin(recording);
            foreach (var next in Replayed.SkipWhile(name => !name.Equals(recording, StringComparison.Ordinal)).Skip(1).Take(Ahead))
            {
                Begin(next);
            }
        }

        return await result;
    }

    private Task<IReadOnlyList<StepResult>> Begin(string recording)
    {
        if (!_replays.TryGetValue(recording, out var replay))
        {
            _replays[recording] = replay = Task.Run(() => RunAsync(recording));
        }

        return replay;
    }

    private async Task<IReadOnlyList<StepResult>> RunAsync(string name)
    {
        await _hosts.WaitAsync(_end.Token);
        try
        {
            var plan = Plan.Of(name);
            await using var host = await HostProcess.StartServingAsync(HostedApp.Tiny, plan.Settings, _end.Token);
            return await new Replay(Recording.Read(name), plan, Listed, new Observations()).RunAsync(host, _end.Token);
        }
        finally
        {
            _hosts.Release();
        }
    }
}
