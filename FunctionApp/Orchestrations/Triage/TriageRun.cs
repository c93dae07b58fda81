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

/// <summary>One run of <see cref="CaseTriage"/>: each step adds to the report what it learned, or the problem that kept it from learning.</summary>
/// <param name="context">The run.</param>
/// <param name="request">What to triage.</param>
internal sealed class TriageRun(TaskOrchestrationContext context, TriageRequest request)
{
    private readonly FlowContext _tools = new(context, StepsOf(request), request.Batch, request.PartOf);
    private readonly TriageReportBuilder _notes = new();

    /// <summary>Reads everything and reports.</summary>
    /// <returns>The report, complete or with problems.</returns>
    /// <exception cref="WaitBudgetExceededException">A quota did not come back in time; the report so far is kept.</exception>
    public Task<TriageReport> RunAsync() => PartialReports.OrKeepAsync(context, _tools, request.PartOf, ReadAsync, SoFar);

    private async Task<TriageReport> ReadAsync()
    {
        _tools.Foresee(StepsOf(request) - 1); // the summary is no tool call
        var reading = new TriageCaseStep(_tools, _notes);
        if (await reading.FindAsync(request) is { } id && await reading.ReadAsync(id) is { } supportCase)
        {
            await new TriageRepStep(_tools, _notes).FindAsync(supportCase);
            await SummarizeAsync(supportCase);
        }

        if (request.Channels)
        {
            await ReadChannelsAsync();
        }

        _tools.Finish();
        return _notes.Finished(_tools);
    }

    private TriageReport SoFar(ReportProblem problem)
    {
        _notes.Add(problem);
        return _notes.Finished(_tools);
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
            _tools.Begin("summarizing");
            var summary = await new WritingCalls(_tools).SummarizeAsync(supportCase);
            _notes.Report = _notes.Report with { Summary = summary.Text };
            _notes.Add(summary.Problems);
        }
    }

    private async Task ReadChannelsAsync()
    {
        if (_notes.Report.Customer is not { ContactId: { } contactId } customer)
        {
            return;
        }

        _tools.AddStep();
        _tools.Begin("reading all channels");
        try
        {
            var timeline = await context.CallSubOrchestratorAsync<TimelineReport>(
                ContactTimeline.Name,
                new TimelineRequest { ContactId = contactId, CrmId = customer.CrmId, KnownEmail = customer.Email, PartOf = _tools.ForPart },
                new SubOrchestrationOptions { InstanceId = $"{context.InstanceId}-timeline" });
            _notes.Report = _notes.Report with { Timeline = timeline };
            _notes.Add(timeline.Problems);
            _tools.EndPart(timeline.Usage, timeline.Problems);
        }
        catch (TaskFailedException failure)
        {
            _notes.Add(new ReportProblem { Type = ProblemTypes.Refused(ToolErrorKind.Other), Detail = $"The other channels could not be read: {failure.FailureDetails.ErrorMessage}" });
        }
    }
}
