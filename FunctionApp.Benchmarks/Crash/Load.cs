using System.Diagnostics;
using System.Net;
using FuseDeskFlows.Benchmarks.Processes;

namespace FuseDeskFlows.Benchmarks.Crash;

/// <summary>
/// A mixed load: so many lanes, each of which starts a run, follows it to its end, checks what came of it, and starts the next.
/// </summary>
/// <param name="api">Reaches the host, when it lives.</param>
/// <param name="violations">What went wrong.</param>
internal sealed class Load(DurableApi api, Violations violations)
{
    private const int Lanes = 24;
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(150);

    // From when nothing is killed any more.
    private static readonly TimeSpan MaxRun = TimeSpan.FromSeconds(120);

    private readonly List<LoadRun> _runs = [];
    private long _enoughAt;

    /// <summary>All runs that were started.</summary>
    public IReadOnlyList<LoadRun> Runs => _runs;

    /// <summary>The signals that were sent from outside, with what may have come of them.</summary>
    public Signals Signals { get; } = new(api);

    /// <summary>Loads the host until told that it is enough, and all runs have ended.</summary>
    public Task RunAsync() => Task.WhenAll(Enumerable.Range(0, Lanes).Select(_ => LaneAsync()));

    /// <summary>Starts no more runs.</summary>
    public void Enough() => Volatile.Write(ref _enoughAt, Stopwatch.GetTimestamp());

    private async Task LaneAsync()
    {
        while (Volatile.Read(ref _enoughAt) == 0)
        {
            var run = Next();
            await StartAsync(run);
            await Signals.SendAsync(run.Number);
            if (run.Kind.HearsEvents)
            {
                await TellAsync(run);
            }

            await FollowAsync(run);
        }
    }

    private LoadRun Next()
    {
        lock (_runs)
        {
            var run = new LoadRun(RunKind.All[_runs.Count % RunKind.All.Count], _runs.Count);
            _runs.Add(run);
            return run;
        }
    }

    // A start without an answer may have been stored: it is looked for before it is made again, since a finished instance would be
    // replaced.
    private async Task StartAsync(LoadRun run)
    {
        while (await Patient.TryAsync(() => api.TryStartAsync(run.Kind.Name, run.Id, run.Kind.Input(run.Number)))
                is not HttpStatusCode.Accepted)
        {
            if (await Patient.AskAsync(() => api.FindAsync(run.Id)) is not null)
            {
                return;
            }
        }
    }

    private async Task TellAsync(LoadRun run)
    {
        foreach (var value in RunKind.Events.Append(RunKind.LastEvent))
        {
            HttpStatusCode? answer;
            do
            {
                run.Sent[value] = run.Sent.GetValueOrDefault(value) + 1;
                answer = await Patient.TryAsync(() => api.TryRaiseAsync(run.Id, "Heard", value));
            }
            while (answer is null);
            if (answer is not (HttpStatusCode.Accepted or HttpStatusCode.Gone))
            {
                violations.Add($"{run.Id} was started, and its event '{value}' was answered with {answer}");
            }
        }
    }

    private async Task FollowAsync(LoadRun run)
    {
        for (; IsPatient(); await Task.Delay(Poll))
        {
            var instance = await Patient.AskAsync(() => api.FindAsync(run.Id));
            if (instance is null)
            {
                violations.Add($"{run.Id} was started and is not known");
                return;
            }

            if (instance.HasEnded)
            {
                run.EndSeen = Stopwatch.GetTimestamp();
                Check(run, instance);
                return;
            }
        }

        var last = string.Join(", ", await Patient.AskAsync(() => api.LastEventsAsync(run.Id)));
        violations.Add($"{run.Id} has not ended within {MaxRun} after the last kill; its history ends with: {last}");
    }

    private bool IsPatient() => Volatile.Read(ref _enoughAt) is var since && (since == 0 || Stopwatch.GetElapsedTime(since) < MaxRun);

    private void Check(LoadRun run, DurableInstance instance)
    {
        if (!instance.Succeeded || !run.Kind.IsRight(instance.Output))
        {
            violations.Add($"{run.Id} ended as {instance.RuntimeStatus}: {instance.Output}");
            return;
        }

        foreach (var (value, sent) in run.Sent)
        {
            var heard = instance.Output.GetString()!.Split(' ').Count(word => string.Equals(word, value, StringComparison.Ordinal));
            if (heard < 1 || heard > sent)
            {
                violations.Add($"{run.Id} heard '{value}' {heard} times, and it was sent {sent} times");
            }
        }
    }
}
