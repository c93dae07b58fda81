using FuseDeskFlows.Activities.Tools;
using FuseDeskFlows.FuseDesk;
using FuseDeskFlows.Orchestrations.Calls;
using FuseDeskFlows.Orchestrations.Runs;
using FuseDeskFlows.Reports.Shared;
using FuseDeskFlows.Truto.Tools;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace FuseDeskFlows.Orchestrations.Digest;

/// <summary>The child of <see cref="CaseDigest"/> that lists cases: it reads every page and hands on no more than a digest needs.</summary>
public static class ListDigestCasesOrchestration
{
    /// <summary>The orchestration's name, as it is stored.</summary>
    public const string Name = "ListDigestCases";

    /// <summary>Runs the orchestration.</summary>
    /// <param name="context">The run; its input is a <see cref="ListDigestCasesInput"/>.</param>
    /// <exception cref="RunFailedException">A call failed unexpectedly.</exception>
    [Function(Name)]
    public static Task<ListDigestCasesResult> RunAsync([OrchestrationTrigger] TaskOrchestrationContext context) =>
        RunTelemetry.TrackAsync(context, () => ListAsync(context));

    private static async Task<ListDigestCasesResult> ListAsync(TaskOrchestrationContext context)
    {
        var input = context.ReadInput<ListDigestCasesInput>() ?? throw new RunFailedException("The input must have a query.");
        var query = input.Query;
        CaseStatus? status = query.Status is { } name && CaseStatusNames.All.TryGetValue(name, out var known) ? known : null;
        var flow = new FlowContext(context, steps: 1, background: true, input.Parent);
        flow.StartStep("listing the cases");
        var items = new List<CaseListItem>();
        var listed = await TolerantCalls.CallOrOutOfQuotaAsync(() => flow.ListAllAsync(
            ToolNames.ListCases,
            cursor => new ListCasesInput
            {
                Status = status,
                OpenedAfter = query.OpenedFrom,
                OpenedBefore = query.OpenedBefore,
                Cursor = cursor,
            },
            items));
        flow.CompleteSteps();

        // A case that is opened or moves while the pages are read may be listed twice.
        return new()
        {
            Cases =
            [
                .. (listed.OutOfQuota is null ? listed.Value ?? [] : items).DistinctBy(item => item.Id)
                    .OrderBy(item => item.OpenedAt ?? DateTimeOffset.MinValue).ThenBy(item => item.Id.Value)
                    .Select(item => new DigestCaseRef { Id = item.Id, OpenedAt = item.OpenedAt }),
            ],
            Problem = listed.Error is { } error ? ReportProblem.ForRefusedCall("The list of cases", error) : null,
            LeftOut = [.. flow.Gaps.Problems],
            Waits = flow.Waits,
            Usage = flow.Usage,
        };
    }
}
