using FuseDeskFlows.Events;
using FuseDeskFlows.FuseDesk.Ids;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Entities;

namespace FuseDeskFlows.Entities.CaseEvents;

/// <summary>
/// One case's events until they are triaged. The run of the first event leads: it waits until the case is quiet, takes all pending events
/// and triages once; the runs of the others only leave their events here. So one case is never triaged twice at a time.
/// </summary>
public sealed class CaseEventDebouncer : TaskEntity<CaseEventDebouncerState?>
{
    /// <summary>The entity's name, as it is stored in the ids of its instances.</summary>
    public const string Name = "CaseEventDebouncer";

    /// <summary>The stored name of <see cref="Enqueue"/>.</summary>
    public const string EnqueueOperation = "Enqueue";

    /// <summary>The stored name of <see cref="ClaimLeadership"/>.</summary>
    public const string ClaimLeadershipOperation = "ClaimLeadership";

    /// <summary>The stored name of <see cref="Drain"/>.</summary>
    public const string DrainOperation = "Drain";

    /// <summary>The stored name of <see cref="StepDown"/>.</summary>
    public const string StepDownOperation = "StepDown";

    /// <summary>The debouncer of a case.</summary>
    public static EntityInstanceId IdOf(CaseId id) => new(Name, id.ToString());

    /// <summary>Serves the entity's operations.</summary>
    [Function(Name)]
    public static Task DispatchAsync([EntityTrigger] TaskEntityDispatcher dispatcher)
    {
        ArgumentNullException.ThrowIfNull(dispatcher);
        return dispatcher.DispatchAsync<CaseEventDebouncer>();
    }

    /// <summary>Adds an event to the pending ones.</summary>
    /// <returns>The run that leads: the event's own, unless there is one already.</returns>
    public string Enqueue(CaseEventArrival arrival)
    {
        ArgumentNullException.ThrowIfNull(arrival);
        var state = State ?? new();
        State = state with { Leader = state.Leader ?? arrival.RunId, Pending = Add(state.Pending ?? new(), arrival) };
        return State.Leader!;
    }

    /// <summary>Makes a run the leader in place of one that has ended.</summary>
    /// <param name="claim">Who takes over, and from whom.</param>
    /// <returns>True if the run leads now; false if the other one had left in order.</returns>
    public bool ClaimLeadership(LeadershipClaim claim)
    {
        ArgumentNullException.ThrowIfNull(claim);
        if (State is null || !string.Equals(State.Leader, claim.ReplacesRunId, StringComparison.Ordinal))
        {
            return false;
        }

        State = State with { Leader = claim.RunId };
        return true;
    }

    /// <summary>Hands the pending events to the leader once the case is quiet, or the first has waited long enough.</summary>
    /// <param name="request">Who asks, and what is quiet.</param>
    /// <returns>The events, or when to ask again.</returns>
    public DrainResult Drain(DrainRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (State is not { Pending: { } pending } || !string.Equals(State.Leader, request.RunId, StringComparison.Ordinal))
        {
            return new();
        }

        var quiet = pending.LastArrivedAt + request.QuietPeriod;
        var latest = pending.FirstArrivedAt + request.MaxDelay;
        var due = quiet < latest ? quiet : latest;
        if (request.At < due)
        {
            return new() { RetryAt = due };
        }

        State = State with { Pending = null };
        return new() { Burst = pending };
    }

    /// <summary>Ends the lead, unless events arrived meanwhile. A debouncer that is empty and has no leader is deleted.</summary>
    /// <returns>True if the run may end; false if it has to go on.</returns>
    public bool StepDown(string runId)
    {
        if (State is null || !string.Equals(State.Leader, runId, StringComparison.Ordinal))
        {
            return true;
        }

        if (State.Pending is not null)
        {
            return false;
        }

        State = null;
        return true;
    }

    // The newest event is the one that happened last, whatever the order of arrival.
    private static CaseBurst Add(CaseBurst burst, CaseEventArrival arrival)
    {
        var isFirst = burst.Count == 0;
        var isNewest = isFirst || (arrival.OccurredAt ?? arrival.At) >= (burst.NewestAt ?? burst.LastArrivedAt);
        return burst with
        {
            Count = burst.Count + 1,
            NewestId = isNewest ? arrival.EventId : burst.NewestId,
            NewestType = isNewest ? arrival.Type : burst.NewestType,
            NewestAt = isNewest ? arrival.OccurredAt : burst.NewestAt,
            FirstArrivedAt = isFirst || arrival.At < burst.FirstArrivedAt ? arrival.At : burst.FirstArrivedAt,
            LastArrivedAt = isFirst || arrival.At > burst.LastArrivedAt ? arrival.At : burst.LastArrivedAt,
        };
    }

    /// <inheritdoc />
    protected override CaseEventDebouncerState? InitializeState(TaskEntityOperation entityOperation) => null;
}
