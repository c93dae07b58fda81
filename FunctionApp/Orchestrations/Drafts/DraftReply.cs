using FuseDeskFlows.FuseDesk;
using FuseDeskFlows.Language.Texts;
using FuseDeskFlows.Orchestrations.Calls;
using FuseDeskFlows.Orchestrations.Lookup;
using FuseDeskFlows.Orchestrations.RateLimiting;
using FuseDeskFlows.Orchestrations.Runs;
using FuseDeskFlows.Reports.Drafts;
using FuseDeskFlows.Reports.Shared;
using FuseDeskFlows.Truto.Tools;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace FuseDeskFlows.Orchestrations.Drafts;

/// <summary>
/// Drafts a reply to a case's customer, in the tone of the rep who last answered. Nothing is sent, and nothing is changed.
/// </summary>
public static class DraftReply
{
    /// <summary>The flow's name, as it is stored, and as lists of runs tell it.</summary>
    public const string Name = "DraftReply";

    private const int Steps = 2;

    /// <summary>Runs the flow.</summary>
    /// <param name="context">The run; its input is a <see cref="DraftReplyRequest"/>.</param>
    /// <exception cref="RunFailedException">The input names no case, or a call failed unexpectedly.</exception>
    /// <exception cref="OutOfQuotaException">A quota did not come back in the time that the run may wait.</exception>
    [Function(Name)]
    public static Task<DraftReport> RunAsync([OrchestrationTrigger] TaskOrchestrationContext context) =>
        RunTelemetry.TrackAsync(context, () =>
        {
            var request = context.ReadInput<DraftReplyRequest>() ?? throw new RunFailedException("The input must have a caseId.");
            var flow = new FlowContext(context, Steps, parent: request.Parent);
            return PartialReports.RunOrStoreAsync(
                context,
                flow,
                request.Parent,
                () => ReadAndDraftAsync(flow, request),
                problem => new() { Usage = flow.Usage, Problems = [problem] });
        });

    private static async Task<DraftReport> ReadAndDraftAsync(FlowContext flow, DraftReplyRequest input)
    {
        flow.StartStep("reading the case");
        var answer = await flow.CallToolAsync<Case>(ToolNames.GetCase, input.CaseId);
        var report = answer.Value is { } supportCase
            ? await DraftAsync(flow, supportCase)
            : new() { Problems = [answer.Problem($"Case {input.CaseId}")] };
        flow.CompleteSteps();
        IReadOnlyList<ReportProblem> uncertain = answer.Value is null ? [] : UncertainTexts.ProblemsOf(answer.Value.History);
        return report with { Usage = flow.Usage, Problems = [.. report.Problems, .. uncertain, .. flow.Gaps.Problems] };
    }

    private static async Task<DraftReport> DraftAsync(FlowContext flow, Case supportCase)
    {
        var last = CaseHistoryFacts.LastAnswerByRep(supportCase);
        var directory = await new DirectoryLookup(flow).PeekAsync(
            last?.RepId is { } rep ? [rep] : [], supportCase.DepartmentId is { } department ? [department] : []);
        var report = new DraftReport
        {
            Case = directory.Name(ReportCase.From(supportCase)),
            LastQuestion = CaseHistoryFacts.LastQuestion(new CaseText(supportCase)),
            Rep = directory.Name(
                last is { RepId: { } repId } ? new ReportRep { Id = repId, Name = last.AuthorName, AnsweredAt = last.At } : null),
        };
        if (report.LastQuestion is null)
        {
            return report with
            {
                Problems = [new() { Type = ProblemTypes.NothingToAnswer, Detail = CaseHistoryFacts.WhyNothingIsAsked(supportCase) }],
            };
        }

        flow.StartStep("writing the draft");
        var draft = await new WritingCalls(flow).DraftAsync(supportCase, report.Rep?.Name);
        return report with { Draft = draft.Text, Problems = draft.Problems };
    }
}
