using System.Diagnostics;
using FuseDeskFlows.Benchmarks.Processes;
using LocalHost.Tests.Support;

namespace FuseDeskFlows.Benchmarks.Crash;

/// <summary>Kills host and worker as planned, and starts the host again when it has ended.</summary>
/// <param name="host">The host, running.</param>
/// <param name="servingPath">What answers with success once the app serves.</param>
/// <param name="violations">What went wrong.</param>
internal sealed class Killer(MeasuredHost host, string servingPath, Violations violations)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private readonly List<Kill> _kills = [];
    private readonly List<int> _ownEnds = [];

    /// <summary>The kills until now.</summary>
    public IReadOnlyList<Kill> Kills => _kills;

    /// <summary>The longest time that it took until the app served: what a machine as busy as this one needs.</summary>
    public TimeSpan SlowestStart { get; private set; }

    /// <summary>What nobody may overlook: hosts that ended although nobody had killed them.</summary>
    public IReadOnlyList<BenchmarkRow> Rows => _ownEnds.Count == 0 ? [] :
        [new($"hosts that ended by themselves, with {string.Join(", ", _ownEnds.Distinct())}", "ended", _ownEnds.Count, "", 0, "")];

    /// <summary>Says what was done.</summary>
    /// <param name="seed">What the plan began with.</param>
    /// <returns>How often who was killed.</returns>
    public string Describe(int seed)
    {
        var victims = _kills.CountBy(kill => kill.Victim).OrderBy(count => count.Key).Select(count => $"{count.Key} {count.Value}");
        return $"killed {_kills.Count} times, seed {seed}: {string.Join(", ", victims)}";
    }

    /// <summary>Carries out a plan.</summary>
    /// <param name="plan">The kills.</param>
    /// <param name="told">Called after each.</param>
    public async Task RunAsync(IEnumerable<PlannedKill> plan, Action<int> told)
    {
        foreach (var kill in plan)
        {
            if (!kill.WhileStarting)
            {
                await UntilServingAsync();
            }

            await Task.Delay(kill.Delay);
            await KillAsync(kill.Victim);
            told(_kills.Count);
        }

        await UntilServingAsync();
    }

    /// <summary>
    /// Waits until the app serves; a host that has ended meanwhile is started again, and so is one that lives and does not serve.
    /// </summary>
    public async Task UntilServingAsync()
    {
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < Patience; await Task.Delay(20))
        {
            if (host.HasExited)
            {
                _ownEnds.Add(host.ExitCode);
                host.Start();
            }

            if (await host.ServesAsync(servingPath))
            {
                SlowestStart = watch.Elapsed > SlowestStart ? watch.Elapsed : SlowestStart;
                return;
            }
        }

        violations.Add($"the host lived and did not serve for {Patience}, after {_kills.Count} kills");
        await Console.Error.WriteLineAsync(host.LastLines);
        await KillAsync(Victim.Both);
    }

    private async Task KillAsync(Victim victim)
    {
        var workers = host.HasExited || victim == Victim.Host ? [] : host.Workers;
        if (victim != Victim.Worker)
        {
            await host.KillAsync();
        }

        ProcessTable.Kill(workers);
        _kills.Add(new(victim, Stopwatch.GetTimestamp()));
        if (victim != Victim.Worker)
        {
            host.Start();
        }
    }
}
