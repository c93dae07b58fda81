using System.Diagnostics;

namespace FuseDeskFlows.Benchmarks.Crash;

/// <summary>
/// Whether activities ran as often as they may. A step that ended is certainly finished, that is committed, once a step that needs it has
/// begun, or once its run's end was seen: it never runs again. A step that ended without such a proof may have been in flight when
/// something was killed: it may run again, but only if there was a kill between.
/// </summary>
/// <param name="deeds">What the workers did, in order.</param>
/// <param name="kills">The kills.</param>
/// <param name="violations">What went wrong.</param>
internal sealed class StepCheck(IReadOnlyList<Deed> deeds, IReadOnlyList<Kill> kills, Violations violations)
{
    // A kill is noted when the victim is seen to be dead; its successor may be faster.
    private static readonly long Slack = Stopwatch.Frequency / 10;

    private readonly ILookup<string, Deed> _steps =
        deeds.Where(deed => deed.Kind is not "operation").ToLookup(deed => deed.Subject, StringComparer.Ordinal);

    /// <summary>Steps that ended, in all.</summary>
    public int Ended { get; private set; }

    /// <summary>Steps that ran again after a kill that caught them.</summary>
    public int Repeated { get; private set; }

    /// <summary>Checks a run.</summary>
    /// <param name="run">Which.</param>
    public void Check(LoadRun run)
    {
        var ofRun = _steps[run.Id].ToList();
        for (var stage = 0; stage < run.Kind.Stages.Count; stage++)
        {
            var needing = run.Kind.Stages.Skip(stage + 1).SelectMany(steps => steps).ToHashSet(StringComparer.Ordinal);
            var begun = ofRun.Where(deed => deed.Kind is "begin" && needing.Contains(deed.Part)).Select(deed => deed.At);
            var finished = begun.Append(run.EndSeen ?? long.MaxValue).Min();
            foreach (var step in run.Kind.Stages[stage])
            {
                CheckStep(run, step, [.. ofRun.Where(deed => string.Equals(deed.Part, step, StringComparison.Ordinal))], finished);
            }
        }
    }

    private void CheckStep(LoadRun run, string step, IReadOnlyList<Deed> ofStep, long finished)
    {
        if (run.EndSeen is not null && !ofStep.Any(deed => deed.Kind is "end"))
        {
            violations.Add($"{run.Id} has ended, and its step {step} has not");
        }

        // A worker whose host was killed under it may still end what it had begun: what counts is the time since the attempt that ended
        // began. What it only begins then, as it was handed it before, reaches nobody either: there the host's death is what was between.
        Deed? begun = null;
        Deed? ended = null;
        foreach (var deed in ofStep)
        {
            if (deed.Kind is "end")
            {
                Ended++;
                ended = begun;
            }
            else if (deed.Kind is "begin" && deed.At > finished)
            {
                var late = Stopwatch.GetElapsedTime(finished, deed.At);
                violations.Add($"{run.Id} ran {step} again {late.TotalMilliseconds:0} ms after it was finished");
            }
            else if (deed.Kind is "begin" && ended is not null)
            {
                Repeated++;
                if (!IsLeftOver(ended) && !kills.Any(kill => kill.At >= ended.At && kill.At <= deed.At + Slack))
                {
                    var last = kills.LastOrDefault(kill => kill.At < ended.At);
                    var since = last is null
                        ? ""
                        : $", {Stopwatch.GetElapsedTime(last.At, ended.At).TotalMilliseconds:0} ms after {last.Victim}";
                    violations.Add($"{run.Id} ran {step} again, and nothing had been killed since it last began{since}");
                }
            }

            begun = deed.Kind is "begin" ? deed : begun;
        }
    }

    /// <summary>Whether a worker did something after its host had been killed: each host has a worker of its own.</summary>
    private bool IsLeftOver(Deed deed) =>
        kills.Any(kill => kill.Victim is not Victim.Worker && kill.At >= deed.WorkerBegan && kill.At <= deed.At + Slack);
}
