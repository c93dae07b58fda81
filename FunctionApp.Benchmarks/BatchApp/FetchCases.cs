using FuseDeskFlows.Activities.Tools;
using FuseDeskFlows.FuseDesk;
using FuseDeskFlows.FuseDesk.Ids;
using FuseDeskFlows.Orchestrations.Calls;
using FuseDeskFlows.Orchestrations.Runs;
using FuseDeskFlows.Truto.Tools;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace BatchApp;

/// <summary>A batch run: lists as many cases as its input says, and fetches each.</summary>
public static class FetchCases
{
    /// <summary>How many cases a page of the list holds, as the settings have it.</summary>
    public const int PageSize = 100;

    /// <summary>Runs the job.</summary>
    /// <param name="context">The run.</param>
    /// <returns>What became of it.</returns>
    [Function(nameof(FetchCases))]
    public static async Task<FetchResult> RunAsync([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var cases = context.GetInput<int>();
        var flow = new FlowContext(context, steps: 2, background: true);
        flow.ExpectCalls(cases + (cases / PageSize));
        flow.StartStep("listing");
        var ids = new List<CaseId>();
        for (string? cursor = null; ids.Count < cases;)
        {
            var page = await flow.CallToolAsync<FuseDeskFlows.Truto.Tools.Page<CaseListItem>>(
                ToolNames.ListCases, new ListCasesInput { Cursor = cursor });
            ids.AddRange(page.Value!.Items.Select(item => item.Id).Take(cases - ids.Count));
            cursor = page.Value.NextCursor;
        }

        flow.StartStep("fetching");
        var answers = await BoundedFanOut.RunAsync(ids, BoundedFanOut.Width, id => flow.CallToolAsync<Case>(ToolNames.GetCase, id));
        flow.CompleteSteps();
        return new(answers.Count(answer => answer.Value is null), flow.Usage.RateLimitWaits, flow.RejectedDespiteReservation);
    }
}
