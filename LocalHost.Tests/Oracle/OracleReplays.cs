using LocalHost.Tests.Oracle.Hosts;
using LocalHost.Tests.Oracle.Listed;
using LocalHost.Tests.Oracle.Replays;

namespace LocalHost.Tests.Oracle;

/// <summary>Replays each recording once, on a fresh host, a few of them side by side.</summary>
public sealed class OracleReplays : IAsyncDisposable
{
    private const int SideBySide = 4;

    // Those that mostly wait, half a minute for a host that is told to end: begun last, they would be waited for alone.
    private static readonly string[] Longest = ["05e", "05c", "05d", "06c", "05b", "04b"];

    private readonly SemaphoreSlim _hosts = new(SideBySide);
    private readonly CancellationTokenSource _end = new();
    private readonly Lazy<Dictionary<string, Task<IReadOnlyList<StepResult>>>> _replays;

    public OracleReplays() => _replays = new(() => Replayed
        .OrderBy(name => Array.IndexOf(Longest, name[..3]) is var place and >= 0 ? place : Longest.Length)
        .ToDictionary(name => name, RunAsync, StringComparer.Ordinal));

    /// <summary>The recordings that are replayed.</summary>
    internal static IReadOnlyList<string> Replayed => Recording.Names;

    /// <summary>The table.</summary>
    internal ListedDifferences Listed { get; } = ListedDifferences.Read();

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        foreach (var replay in _replays.IsValueCreated ? _replays.Value.Values.ToList() : [])
        {
            await replay.ContinueWith(_ => { }, TaskScheduler.Default);
        }

        _end.Dispose();
        _hosts.Dispose();
    }

    /// <summary>How the steps of a recording came out.</summary>
#pragma warning disable VSTHRD003 // this fixture begins them all
    internal Task<IReadOnlyList<StepResult>> ResultsAsync(string recording) => _replays.Value[recording];
#pragma warning restore VSTHRD003

    private async Task<IReadOnlyList<StepResult>> RunAsync(string name)
    {
        await _hosts.WaitAsync(_end.Token);
        await Task.Yield();
        try
        {
            var plan = Plan.Of(name);
            await using var host = await RestartableHost.StartServingAsync(HostedApp.Tiny, plan.Settings, _end.Token);
            return await new Replay(Recording.Read(name), plan, Listed, new Observations()).RunAsync(host, _end.Token);
        }
        finally
        {
            _hosts.Release();
        }
    }
}
