using FuseDeskFlows.Entities.CaseEvents;
using FuseDeskFlows.Events;
using FuseDeskFlows.Orchestrations.Calls;
using FuseDeskFlows.Orchestrations.RateLimiting;
using FuseDeskFlows.Orchestrations.Runs;
using FuseDeskFlows.Orchestrations.Triage;
using FuseDeskFlows.Reports.CaseEvents;
using FuseDeskFlows.Reports.Triage;
using Microsoft.DurableTask;

namespace FuseDeskFlows.Orchestrations.CaseEvents;

/// <summary>One run of <see cref="CaseEventFlow"/>.</summary>
internal sealed class CaseEventRun
{
    private const int Steps = 3;

    // Only for a triage that failed as a whole, after its own attempts at every call.
    private static readonly RetryPolicy FailedTriages = new(
        5, firstRetryInterval: TimeSpan.FromMinutes(1), backoffCoefficient: 4, maxRetryInterval: TimeSpan.FromHours(1));

    private readonly TaskOrchestrationContext _context;
    private readonly CaseEventRequest _request;
    private readonly FlowContext _flow;
    private readonly CaseLeadership _leadership;

    public CaseEventRun(TaskOrchestrationContext context, CaseEventRequest request)
    {
        (_context, _request) = (context, request);
        _flow = new(context, Steps, background: true);
        _leadership = new(context, _flow, request);
    }

    /// <exception cref="RunFailedException">The last triage failed.</exception>
    /// <exception cref="OutOfQuotaException">It could not wait any longer for a quota; what it had found is kept.</exception>
    public async Task<CaseEventResult> RunAsync()
    {
        // A run that continues for events that arrived during its triage is the leader already.
        if (_request.Triages == 0 && await _leadership.FindLeaderAsync() is { } leader && !_leadership.IsOfThisRun(leader))
        {
            return Result(leader);
        }

        var triage = await _leadership.DrainAsync() is { } burst ? await TriageAsync(burst) : null;
        if (!await _leadership.StepDownAsync())
        {
            _context.ContinueAsNew(_request with { Triages = _request.Triages + 1 });
            return Result(_context.InstanceId, _request.Triages + 1) with { Continues = true };
        }

        _flow.CompleteSteps();
        if (triage?.Failure is { } failure)
        {
            await FailAsync(triage, failure.Detail);
        }

        return Result(_context.InstanceId, _request.Triages + 1);
    }

    private async Task FailAsync(LatestTriageReport failed, string detail)
    {
        if (_flow.OutOfQuota is { } outOfQuota)
        {
            await PartialReports.StoreAsync(_context, failed);
            throw new OutOfQuotaException(outOfQuota, detail);
        }

        throw new RunFailedException(detail);
    }

    // A triage that fails has its failure, and what it had found.
    private async Task<LatestTriageReport> TriageAsync(CaseBurst burst)
    {
        _flow.StartStep("triaging the case");
        var latest = LatestCaseTriage.IdOf(_request.CaseId);
        var triage = new LatestTriageReport
        {
            CaseId = _request.CaseId,
            TriagedAt = _context.UtcNow(),
            RunId = _context.InstanceId,
            Events = burst,
        };
        try
        {
            // By an id that begins with the run's, so that whoever looks at the run is told what its child waits for.
            var id = $"{_context.InstanceId}-triage-{_request.Triages + 1}";
            var report = await _context.CallSubOrchestratorAsync<TriageReport>(
                CaseTriage.Name,
                new TriageRequest { CaseId = _request.CaseId, Background = true, Parent = _flow.AsParent },
                new SubOrchestrationOptions(TaskOptions.FromRetryPolicy(FailedTriages), id));
            _flow.CompleteChild(report.Usage);
            triage = triage with { TriagedAt = _context.UtcNow(), Report = report, Usage = report.Usage };
            _flow.ThrowIfOutOfQuota();
            _flow.StartStep("proposing a priority and a rep");
            triage = await new ProposalBuilder(_flow, _request.LoadPages).ProposeAsync(triage);
            await _context.CallEntityWithRetryAsync(latest, LatestCaseTriage.SaveOperation, triage);
        }
        catch (Exception e) when (e is TaskFailedException or RunFailedException or OutOfQuotaException)
        {
            var why = e is TaskFailedException task ? task.FailureDetails.ErrorMessage : e.Message;
            var detail = $"Case {_request.CaseId} could not be triaged: {why}";
            var failure = new TriageFailure { At = _context.UtcNow(), RunId = _context.InstanceId, Detail = detail };
            triage = triage with { TriagedAt = _context.UtcNow(), Failure = failure };
            await _context.CallEntityWithRetryAsync(latest, LatestCaseTriage.RecordFailureOperation, triage);
        }

        return triage;
    }

    private CaseEventResult Result(string triagedBy, int triages = 0) =>
        new() { EventId = _request.EventId, CaseId = _request.CaseId, TriagedBy = triagedBy, Triages = triages };
}
