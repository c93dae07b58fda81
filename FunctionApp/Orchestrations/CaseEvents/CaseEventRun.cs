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
using Microsoft.DurableTask.Entities;

namespace FuseDeskFlows.Orchestrations.CaseEvents;

/// <summary>One run of <see cref="CaseEventFlow"/>.</summary>
internal sealed class CaseEventRun(TaskOrchestrationContext context, CaseEventRequest request)
{
    private const int Steps = 3;

    // Only for a triage that failed as a whole, after its own attempts at every call.
    private static readonly RetryPolicy FailedTriages = new(
        5, firstRetryInterval: TimeSpan.FromMinutes(1), backoffCoefficient: 4, maxRetryInterval: TimeSpan.FromHours(1));

    private readonly FlowContext _flow = new(context, Steps, background: true);

    /// <exception cref="RunFailedException">The last triage failed.</exception>
    /// <exception cref="OutOfQuotaException">It could not wait any longer for a quota; what it had found is kept.</exception>
    public async Task<CaseEventResult> RunAsync()
    {
        // A run that continues for events that arrived during its triage is the leader already.
        if (request.Triages == 0 && await FindLeaderAsync() is { } leader && !IsThisRun(leader))
        {
            return Result(leader);
        }

        var triage = await DrainAsync() is { } burst ? await TriageAsync(burst) : null;
        if (!await context.CallEntityWithRetryAsync<bool>(Debouncer, CaseEventDebouncer.StepDownOperation, context.InstanceId))
        {
            context.ContinueAsNew(request with { Triages = request.Triages + 1 });
            return Result(context.InstanceId, request.Triages + 1) with { Continues = true };
        }

        _flow.CompleteSteps();
        if (triage?.Failure is { } failure)
        {
            await FailAsync(triage, failure.Detail);
        }

        return Result(context.InstanceId, request.Triages + 1);
    }

    private EntityInstanceId Debouncer => CaseEventDebouncer.IdOf(request.CaseId);

    private async Task<string> FindLeaderAsync()
    {
        var arrival = new CaseEventArrival
        {
            RunId = context.InstanceId,
            At = context.UtcNow(),
            EventId = request.EventId,
            Type = request.Type,
            OccurredAt = request.OccurredAt,
        };
        var leader = await context.CallEntityWithRetryAsync<string>(Debouncer, CaseEventDebouncer.EnqueueOperation, arrival);
        if (IsThisRun(leader) || await _flow.CallActivityAsync<bool>(IsRunActiveActivity.Name, leader))
        {
            return leader;
        }

        // A leader that was terminated cannot have stepped down; the next event's run takes its place, so that the case is not forgotten.
        var claim = new LeadershipClaim { RunId = context.InstanceId, ReplacesRunId = leader };
        var isLeader = await context.CallEntityWithRetryAsync<bool>(Debouncer, CaseEventDebouncer.ClaimLeadershipOperation, claim);
        return isLeader ? context.InstanceId : leader;
    }

    private async Task<CaseBurst?> DrainAsync()
    {
        _flow.StartStep("waiting until the case is quiet");
        var drained = await TryDrainAsync();
        while (drained.RetryAt is { } due)
        {
            await context.CreateTimer(due.UtcDateTime, CancellationToken.None);
            drained = await TryDrainAsync();
        }

        return drained.Burst;
    }

    private Task<DrainResult> TryDrainAsync()
    {
        var drain = new DrainRequest
        {
            RunId = context.InstanceId,
            At = context.UtcNow(),
            QuietPeriod = request.QuietPeriod,
            MaxDelay = request.MaxDelay,
        };
        return context.CallEntityWithRetryAsync<DrainResult>(Debouncer, CaseEventDebouncer.DrainOperation, drain);
    }

    private async Task FailAsync(LatestTriageReport failed, string detail)
    {
        if (_flow.OutOfQuota is { } outOfQuota)
        {
            await PartialReports.StoreAsync(context, failed);
            throw new OutOfQuotaException(outOfQuota, detail);
        }

        throw new RunFailedException(detail);
    }

    // A triage that fails has its failure, and what it had found.
    private async Task<LatestTriageReport> TriageAsync(CaseBurst burst)
    {
        _flow.StartStep("triaging the case");
        var latest = LatestCaseTriage.IdOf(request.CaseId);
        var triage = new LatestTriageReport
        {
            CaseId = request.CaseId,
            TriagedAt = context.UtcNow(),
            RunId = context.InstanceId,
            Events = burst,
        };
        try
        {
            // By an id that begins with the run's, so that the run's view finds what its child waits for.
            var id = $"{context.InstanceId}-triage-{request.Triages + 1}";
            var report = await context.CallSubOrchestratorAsync<TriageReport>(
                CaseTriage.Name,
                new TriageRequest { CaseId = request.CaseId, Background = true, Parent = _flow.AsParent },
                new SubOrchestrationOptions(TaskOptions.FromRetryPolicy(FailedTriages), id));
            _flow.CompleteChild(report.Usage);
            triage = triage with { TriagedAt = context.UtcNow(), Report = report, Usage = report.Usage };
            _flow.ThrowIfOutOfQuota();
            _flow.StartStep("proposing a priority and a rep");
            triage = await new ProposalBuilder(_flow, request.LoadPages).ProposeAsync(triage);
            await context.CallEntityWithRetryAsync(latest, LatestCaseTriage.SaveOperation, triage);
        }
        catch (Exception e) when (e is TaskFailedException or RunFailedException or OutOfQuotaException)
        {
            var why = e is TaskFailedException task ? task.FailureDetails.ErrorMessage : e.Message;
            var detail = $"Case {request.CaseId} could not be triaged: {why}";
            var failure = new TriageFailure { At = context.UtcNow(), RunId = context.InstanceId, Detail = detail };
            triage = triage with { TriagedAt = context.UtcNow(), Failure = failure };
            await context.CallEntityWithRetryAsync(latest, LatestCaseTriage.RecordFailureOperation, triage);
        }

        return triage;
    }

    private bool IsThisRun(string runId) => string.Equals(runId, context.InstanceId, StringComparison.Ordinal);

    private CaseEventResult Result(string triagedBy, int triages = 0) =>
        new() { EventId = request.EventId, CaseId = request.CaseId, TriagedBy = triagedBy, Triages = triages };
}
