using System.Diagnostics;

namespace FuseDeskFlows.Benchmarks.Agent;

/// <summary>All conversations by the loop in memory. A kill ends those that are under way, and they begin anew.</summary>
internal static class LoopAgents
{
    private static readonly TimeSpan MaxLife = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <summary>Measures.</summary>
    /// <param name="kills">How often to kill.</param>
    /// <param name="seed">What the choice of moments begins with.</param>
    public static async Task<AgentFigures> RunAsync(int kills, int seed)
    {
        await using var helpdesk = await Helpdesk.StartAsync(readsOfAWrite: 0);
        using var loop = new ArticleLoop(helpdesk.Sandbox, helpdesk.Conversations.Model.Url);
        var watch = Stopwatch.StartNew();
        var random = new Random(seed);
        var open = Enumerable.Range(0, Conversations.Count).ToHashSet();
        var answers = 0;
        for (var life = 0; life <= kills && open.Count > 0; life++)
        {
            using var process = new CancellationTokenSource(life < kills ? MaxLife * random.NextDouble() : Patience);
            var ended = await Task.WhenAll(open.Select(async number =>
            {
                try
                {
                    return (Number: number, Ended: true, Answered: await loop.RunAsync(Conversations.Prompt(number), process.Token));
                }
                catch (Exception kill) when (kill is OperationCanceledException or HttpRequestException)
                {
                    return (Number: number, Ended: false, Answered: false);
                }
            }));
            open.ExceptWith(ended.Where(one => one.Ended).Select(one => one.Number));
            answers += ended.Count(one => one.Answered);
        }

        return await helpdesk.MeasureAsync(watch.Elapsed, answers, Conversations.Count * Conversations.CasesOfOne);
    }
}
