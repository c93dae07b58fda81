using System.Diagnostics;
using System.Globalization;
using FuseDeskFlows.Benchmarks.Processes;

namespace FuseDeskFlows.Benchmarks.Crash;

/// <summary>
/// Whether entities did each operation once. A call is made again until it succeeds, so it counts once. A signal whose batch a worker takes
/// with it when it dies alone is lost, as on Azure, since nobody hears that it failed; no other is.
/// </summary>
/// <param name="api">Reaches the host.</param>
/// <param name="load">What was asked of the entities.</param>
/// <param name="killer">Who has killed.</param>
/// <param name="violations">What went wrong.</param>
internal sealed class EntityCheck(DurableApi api, Load load, Killer killer, Violations violations)
{
    private static readonly string[] SignalsOfARun = ["signal", "later"];
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(15);

    // Until the host knows that its worker is dead, it gives it more to do. A busy machine takes longer for both, as for a start.
    private static readonly TimeSpan Noticing = TimeSpan.FromSeconds(3);

    /// <summary>Operations that the ledgers have carried out.</summary>
    public int Operations { get; private set; }

    /// <summary>Signals that a dying worker took with it.</summary>
    public int LostSignals { get; private set; }

    /// <summary>Checks all entities.</summary>
    public async Task RunAsync()
    {
        var counts = await SettledAsync();
        Operations = counts.Values.Sum();
        foreach (var (operation, count) in counts.Where(operation => operation.Value > 1))
        {
            violations.Add($"the operation {operation} was carried out {count} times");
        }

        foreach (var (operation, acknowledged) in load.Signals.Sent)
        {
            if (acknowledged is { } at && !counts.ContainsKey(operation))
            {
                Lost(operation, at);
            }
        }

        foreach (var run in load.Runs.Where(run => run is { Kind.Name: "Ask", EndSeen: not null }))
        {
            foreach (var signal in SignalsOfARun.Select(name => $"{run.Id}/{name}").Where(operation => !counts.ContainsKey(operation)))
            {
                Lost(signal, run.Started);
            }
        }

        await CheckCountersAsync();
    }

    private async Task CheckCountersAsync()
    {
        var guarded = load.Runs.Where(run => run is { Kind.Name: "Guarded", EndSeen: not null }).ToList();
        for (var i = 0; i < RunKind.Entities; i++)
        {
            var key = $"c{i}";
            var expected = guarded.Count(run => ((string[])run.Kind.Input(run.Number)!).Contains(key, StringComparer.Ordinal));
            var value = await api.EntityAsync<int>("Counter", key);
            if (value != expected)
            {
                violations.Add($"counter {key} is {value} after {expected} runs that added one");
            }
        }
    }

    // Signals are carried out after those who sent them have ended.
    private async Task<Dictionary<string, int>> SettledAsync()
    {
        var counts = await CountsAsync();
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < Settling; await Task.Delay(500))
        {
            var before = counts.Count;
            counts = await CountsAsync();
            if (counts.Count == before && watch.Elapsed > Settling / 5)
            {
                break;
            }
        }

        return counts;
    }

    private async Task<Dictionary<string, int>> CountsAsync()
    {
        var all = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < RunKind.Entities; i++)
        {
            var ledger = await api.EntityAsync<Dictionary<string, int>>("Ledger", i.ToString(CultureInfo.InvariantCulture));
            foreach (var (operation, count) in ledger ?? [])
            {
                all[operation] = all.GetValueOrDefault(operation) + count;
            }
        }

        return all;
    }

    private static long Ticks(TimeSpan time) => (long)(time.TotalSeconds * Stopwatch.Frequency);

    private void Lost(string signal, long sent)
    {
        var (earliest, latest) = (sent - Ticks(Noticing + killer.SlowestStart), sent + Ticks(Settling + killer.SlowestStart));
        if (killer.Kills.Any(kill => kill.OfWorkerAlone && kill.At >= earliest && kill.At <= latest))
        {
            LostSignals++;
            return;
        }

        var before = killer.Kills.LastOrDefault(kill => kill.At < sent);
        var since = before is null
            ? ""
            : $"; {before.Victim} had been killed {Stopwatch.GetElapsedTime(before.At, sent).TotalSeconds:0.0} s before it";
        violations.Add($"the signal {signal} was lost, and no worker had died alone meanwhile{since}");
    }
}
