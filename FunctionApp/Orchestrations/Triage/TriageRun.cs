using FuseDeskFlows.FuseDesk;
using FuseDeskFlows.Orchestrations.Calls;
using FuseDeskFlows.Orchestrations.RateLimiting;
using FuseDeskFlows.Orchestrations.Timeline;
using FuseDeskFlows.Reports.Shared;
using FuseDeskFlows.Reports.Timeline;
using FuseDeskFlows.Reports.Triage;
using FuseDeskFlows.Truto.Tools;
using Microsoft.DurableTask;

namespace FuseDeskFlows.Orchestrations.Triage;

/// <summary>
/// One run of <see cref="CaseTriage"/>: each step adds to the report what it learned, or the problem that kept it from learning.
/// </summary>
internal sealed class TriageRun(TaskOrchestrationContext context, TriageRequest request)
{
    private readonly FlowContext _flow = new(context, StepsOf(request), request.Background, request.Parent);
    private readonly TriageReportBuilder _builder = new();

    /// <exception cref="OutOfQuotaException">A quota did not come back in time; the report so far is stored.</exception>
    public Task<TriageReport> RunAsync() => PartialReports.RunOrStoreAsync(context, _flow, request.Parent, ReadAsync, SoFar);

    private async Task<TriageReport> ReadAsync()
    {
        _flow.ExpectCalls(StepsOf(request) - 2); // neither the summary nor, as a rule, the rep is a tool call
        var reading = new TriageCaseStep(_flow, _builder);
        if (await reading.FindAsync(request) is { } id && await reading.ReadAsync(id) is { } supportCase)
        {
            await new TriageRepStep(_flow, _builder).FindAsync(supportCase);
            await SummarizeAsync(supportCase);
        }

        if (request.Channels)
        {
            await ReadChannelsAsync();
        }

        _flow.CompleteSteps();
        return _builder.Build(_flow);
    }

    private TriageReport SoFar(ReportProblem problem)
    {
        _builder.Add(problem);
        return _builder.Build(_flow);
    }

    private static int StepsOf(TriageRequest request) => request switch
    {
        { CaseId: not null } => 3,
        { ContactId: not null } => 4,
        _ => 5,
    };

    private async Task SummarizeAsync(Case supportCase)
    {
        if (supportCase.History.Count > 0)
        {
            _flow.StartStep(WritingCalls.SummaryPhase);
            var summary = await new WritingCalls(_flow).SummarizeAsync(supportCase);
            _builder.Report = _builder.Report with { Summary = summary.Text };
            _builder.Add(summary.Problems);
        }
    }

    private async Task ReadChannelsAsync()
    {
        if (_builder.Report.Customer is not { ContactId: { } contactId } customer)
        {
            return;
        }

        _flow.AddStep();
        _flow.StartStep("reading all channels");
        try
        {
            var timeline = await context.CallSubOrchestratorAsync<TimelineReport>(
                ContactTimeline.Name,
                new TimelineRequest { ContactId = contactId, CrmId = customer.CrmId, KnownEmail = customer.Email, Parent = _flow.AsParent },
                new SubOrchestrationOptions { InstanceId = $"{context.InstanceId}-timeline" });
            _builder.Report = _builder.Report with { Timeline = timeline };
            _builder.Add(timeline.Problems);
            _flow.CompleteChild(timeline.Usage);
        }
        catch (TaskFailedException failure)
        {
            _builder.Add(new ReportProblem
            {
                Type = ProblemTypes.Refused(ToolErrorKind.Other),
                Detail = $"The other channels could not be read: {failure.FailureDetails.ErrorMessage}",
            });
        }
    }
}
