using FuseDeskFlows.Activities.Runs;
using FuseDeskFlows.Entities.CaseEvents;
using FuseDeskFlows.Events;
using FuseDeskFlows.Orchestrations.Calls;
using FuseDeskFlows.Orchestrations.Runs;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Entities;

namespace FuseDeskFlows.Orchestrations.CaseEvents;

/// <summary>How one of the runs that a case's events start comes to lead the case, and steps down again.</summary>
internal sealed class CaseLeadership(TaskOrchestrationContext context, FlowContext flow, CaseEventRequest request)
{
    private EntityInstanceId Debouncer => CaseEventDebouncer.IdOf(request.CaseId);

    /// <summary>Takes the event to the debouncer.</summary>
    /// <returns>The run that leads the case then: this one, or another that will triage it.</returns>
    public async Task<string> FindLeaderAsync()
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
        if (IsOfThisRun(leader) || await flow.CallActivityAsync<bool>(IsRunActiveActivity.Name, leader))
        {
            return leader;
        }

        // A leader that was terminated cannot have stepped down; the next event's run takes its place, so that the case is not forgotten.
        var claim = new LeadershipClaim { RunId = context.InstanceId, ReplacesRunId = leader };
        var isLeader = await context.CallEntityWithRetryAsync<bool>(Debouncer, CaseEventDebouncer.ClaimLeadershipOperation, claim);
        return isLeader ? context.InstanceId : leader;
    }

    /// <summary>Waits until the case is quiet, and takes its events.</summary>
    /// <returns>The events; null if there are none.</returns>
    public async Task<CaseBurst?> DrainAsync()
    {
        flow.StartStep("waiting until the case is quiet");
        var drained = await TryDrainAsync();
        while (drained.RetryAt is { } due)
        {
            await context.CreateTimer(due.UtcDateTime, CancellationToken.None);
            drained = await TryDrainAsync();
        }

        return drained.Burst;
    }

    /// <summary>Leaves the case.</summary>
    /// <returns>False if events have arrived meanwhile: the run leads on.</returns>
    public Task<bool> StepDownAsync() =>
        context.CallEntityWithRetryAsync<bool>(Debouncer, CaseEventDebouncer.StepDownOperation, context.InstanceId);

    public bool IsOfThisRun(string runId) => string.Equals(runId, context.InstanceId, StringComparison.Ordinal);

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
}
