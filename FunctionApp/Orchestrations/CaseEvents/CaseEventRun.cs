using FuseDeskFlows.Activities.Runs;
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
/// <param name="context">The run.</param>
/// <param name="request">The event.</param>
internal sealed class CaseEventRun(TaskOrchestrationContext context, CaseEventRequest request)
{
    private const int Steps = 3;

    // Only for a triage that failed as a whole, after its own attempts at every call.
    private static readonly TaskOptions FailedTriages = TaskOptions.FromRetryPolicy(new RetryPolicy(
        5, firstRetryInterval: TimeSpan.FromMinutes(1), backoffCoefficient: 4, maxRetryInterval: TimeSpan.FromHours(1)));

    private readonly FlowContext _tools = new(context, Steps, batch: true);

    /// <summary>Handles the event.</summary>
    /// <returns>What became of it; null if the run goes on as a new one.</returns>
    /// <exception cref="RunFailedException">The last triage failed.</exception>
    /// <exception cref="WaitBudgetExceededException">It could not wait any longer for a quota; what it had found is kept.</exception>
    public async Task<CaseEventResult?> RunAsync()
    {
        // A run that goes on for events that arrived during its triage is the leader already.
        if (request.Triages == 0 && await LeaderAsync() is { } leader && !Me(leader))
        {
            return Result(leader);
        }

        var failed = await TakeAsync() is { } burst ? await TriageAsync(burst) : null;
        if (!await context.AskEntityAsync<bool>(Debouncer, CaseEventDebouncer.StepDownOperation, context.InstanceId))
        {
            context.ContinueAsNew(request with { Triages = request.Triages + 1 });
            return null;
        }

        _tools.Finish();
        if (failed?.Failure is { } failure)
        {
            await FailAsync(failed, failure.Detail);
        }

        return Result(context.InstanceId, request.Triages + 1);
    }

    private Microsoft.DurableTask.Entities.EntityInstanceId Debouncer => CaseEventDebouncer.IdOf(request.CaseId);

    private async Task<string> LeaderAsync()
    {
        var arrival = new CaseEventArrival
        {
            RunId = context.InstanceId,
            At = context.Now(),
            EventId = request.EventId,
            Type = request.Type,
            OccurredAt = request.OccurredAt,
        };
        var leader = await context.AskEntityAsync<string>(Debouncer, CaseEventDebouncer.EnqueueOperation, arrival);

        // A leader that was terminated cannot have left; the next event's run takes its place, so that the case is not forgotten.
        return !Me(leader)
            && !await _tools.RunAsync<bool>(IsRunActiveActivity.Name, leader)
            && await context.AskEntityAsync<bool>(Debouncer, CaseEventDebouncer.ClaimLeadershipOperation, new LeadershipClaim { RunId = context.InstanceId, ReplacesRunId = leader })
            ? context.InstanceId
            : leader;
    }

    private async Task<CaseBurst?> TakeAsync()
    {
        _tools.Begin("waiting until the case is quiet");
        var taken = await TryTakeAsync();
        while (taken.RetryAt is { } due)
        {
            await context.CreateTimer(due.UtcDateTime, CancellationToken.None);
            taken = await TryTakeAsync();
        }

        return taken.Burst;
    }

    private Task<DrainResult> TryTakeAsync()
    {
        var take = new DrainRequest { RunId = context.InstanceId, At = context.Now(), QuietPeriod = request.QuietPeriod, MaxDelay = request.MaxDelay };
        return context.AskEntityAsync<DrainResult>(Debouncer, CaseEventDebouncer.DrainOperation, take);
    }

    private async Task FailAsync(LatestTriage failed, string detail)
    {
        if (_tools.GaveUp is { } outOfTime)
        {
            await PartialReports.KeepAsync(context, failed);
            throw new WaitBudgetExceededException(detail, outOfTime);
        }

        throw new RunFailedException(detail);
    }

    // The failed triage, with what it had found; null if it succeeded.
    private async Task<LatestTriage?> TriageAsync(CaseBurst burst)
    {
        _tools.Begin("triaging the case");
        var kept = LatestCaseTriage.IdOf(request.CaseId);
        var triage = new LatestTriage { CaseId = request.CaseId, TriagedAt = context.Now(), RunId = context.InstanceId, Events = burst };
        try
        {
            var report = await context.CallSubOrchestratorAsync<TriageReport>(
                CaseTriage.Name, new TriageRequest { CaseId = request.CaseId, Batch = true, PartOf = _tools.ForPart }, FailedTriages);
            _tools.EndPart(report.Usage, report.Problems);
            triage = triage with { TriagedAt = context.Now(), Report = report, Usage = report.Usage };
            _tools.ThrowIfGaveUp();
            _tools.Begin("proposing a priority and a rep");
            triage = await new ProposalBuilder(_tools, request.LoadPages).ProposeAsync(triage);
            await context.TellEntityAsync(kept, LatestCaseTriage.SaveOperation, triage);
            return null;
        }
        catch (Exception e) when (e is TaskFailedException or RunFailedException or WaitBudgetExceededException)
        {
            var detail = $"Case {request.CaseId} could not be triaged: {(e is TaskFailedException task ? task.FailureDetails.ErrorMessage : e.Message)}";
            var failed = triage with { TriagedAt = context.Now(), Failure = new() { At = context.Now(), RunId = context.InstanceId, Detail = detail } };
            await context.TellEntityAsync(kept, LatestCaseTriage.RecordFailureOperation, failed);
            return failed;
        }
    }

    private bool Me(string runId) => string.Equals(runId, context.InstanceId, StringComparison.Ordinal);

    private CaseEventResult Result(string triagedBy, int triages = 0) =>
        new() { EventId = request.EventId, CaseId = request.CaseId, TriagedBy = triagedBy, Triages = triages };
}
