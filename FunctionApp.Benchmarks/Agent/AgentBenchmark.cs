namespace FuseDeskFlows.Benchmarks.Agent;

/// <summary>
/// Twenty conversations of an agent under a quota of 60 calls in 5 seconds, half of them with a write that a person approves, while
/// processes are killed: this app, and the loop in memory that people write.
/// </summary>
internal static class AgentBenchmark
{
    private const string Loop = "loop in memory";

    /// <summary>Measures.</summary>
    /// <param name="options">How often to kill, and the seed of the moments.</param>
    /// <returns>The figures.</returns>
    public static async Task<BenchmarkReport> RunAsync(BenchmarkOptions options)
    {
        var (calm, calmLoop) = (await DurableAgents.RunAsync(kills: 0, options.Seed), await LoopAgents.RunAsync(kills: 0, options.Seed));
        var ours = await DurableAgents.RunAsync(options.Kills, options.Seed);
        var loop = await LoopAgents.RunAsync(options.Kills, options.Seed);
        return new(
            $"Agents: {Conversations.Count} conversations of {Conversations.Turns} turns and {Conversations.CasesOfOne} calls, "
                + $"{Conversations.Writes} of them with a write, {Helpdesk.Limit} calls per {Helpdesk.Window.TotalSeconds} s",
            [.. Rows("no kills", calm, calmLoop), .. Rows($"{options.Kills} kills", ours, loop)])
        {
            Remarks =
            [
                $"Under way at the kills, seed {options.Seed}: "
                    + $"{string.Join(", ", ours.Kills.OrderBy(phase => phase.Key).Select(phase => $"{phase.Key} {phase.Value}"))}.",
                "A kill may repeat what is under way: a turn that the model writes, calls whose answers have not come. A turn is answered, "
                    + "and its calls have ended, once the next one is asked for.",
                "The bound is the windows that the calls need, those that look before and after a write among them; the loop makes none of "
                    + "these.",
            ],
        };
    }

    private static IEnumerable<BenchmarkRow> Rows(string when, AgentFigures ours, AgentFigures loop)
    {
        yield return Row("answers that arrive", all => all.Answers, Conversations.Count);
        yield return Row("makespan / bound", all => all.Makespan / all.Bound, goal: null);
        yield return Row("answered turns asked again", all => all.AskedAgain, goal: 0);
        yield return Row("ended calls asked for again", all => all.CalledAgain, goal: 0);
        yield return Row("notes that are there twice", all => all.WrittenTwice, goal: 0);
        yield return Row("approved notes that are missing", all => all.NotWritten, goal: 0);
        yield return Row("turns repeated in all", all => all.RepeatedTurns, goal: null);
        yield return Row("calls repeated in all", all => all.RepeatedCalls, goal: null);
        yield return Row("429s", all => all.Refused, goal: null);

        BenchmarkRow Row(string what, Func<AgentFigures, double> figure, int? goal) =>
            new($"{when}: {what}", "FuseDeskFlows", figure(ours), Loop, figure(loop), "")
            {
                Goal = goal is { } exact ? $"{exact}" : "",
                Holds = goal is null ? null : figure(ours) == goal,
            };
    }
}
