using FuseDeskFlows.FuseDesk;
using FuseDeskFlows.FuseDesk.Ids;
using FuseDeskFlows.Orchestrations.Calls;
using FuseDeskFlows.Orchestrations.Runs;
using FuseDeskFlows.Reports.Shared;
using FuseDeskFlows.Truto.Tools;
using FuseDeskFlows.TrutoSandbox.Data;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace FuseDeskFlows.Tests.EndToEnd.RateLimiting;

/// <summary>A background run: fetches a case as often as its input says.</summary>
internal static class BatchRun
{
    [Function(nameof(BatchRun))]
    public static async Task<RunUsage> RunAsync([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var calls = context.GetInput<int>();
        var flow = new FlowContext(context, 1, background: true);
        flow.StartStep("fetching");
        flow.ExpectCalls(calls);
        var answers = await BoundedFanOut.RunAsync(
            [.. Enumerable.Repeat(new CaseId(SandboxPeople.ArticleCase), calls)],
            BoundedFanOut.Width,
            id => flow.CallToolAsync<Case>(ToolNames.GetCase, id));
        Assert.All(answers, answer => Assert.NotNull(answer.Value));
        return flow.Usage;
    }
}
