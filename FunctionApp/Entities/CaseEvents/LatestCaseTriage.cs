using FuseDeskFlows.FuseDesk.Ids;
using FuseDeskFlows.Reports.CaseEvents;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Entities;

namespace FuseDeskFlows.Entities.CaseEvents;

/// <summary>A case's newest triage that an event caused; an older one is forgotten.</summary>
public sealed class LatestCaseTriage : TaskEntity<LatestTriageReport?>
{
    /// <summary>The entity's name, as it is stored in the ids of its instances.</summary>
    public const string Name = "LatestCaseTriage";

    /// <summary>The stored name of <see cref="Save"/>.</summary>
    public const string SaveOperation = "Save";

    /// <summary>The stored name of <see cref="RecordFailure"/>.</summary>
    public const string RecordFailureOperation = "RecordFailure";

    /// <summary>Where a case's triage is kept.</summary>
    public static EntityInstanceId IdOf(CaseId id) => new(Name, id.ToString());

    /// <summary>Serves the entity's operations.</summary>
    [Function(Name)]
    public static Task DispatchAsync([EntityTrigger] TaskEntityDispatcher dispatcher)
    {
        ArgumentNullException.ThrowIfNull(dispatcher);
        return dispatcher.DispatchAsync<LatestCaseTriage>();
    }

    /// <summary>Keeps a triage, unless a newer one is kept.</summary>
    public void Save(LatestTriageReport triage)
    {
        ArgumentNullException.ThrowIfNull(triage);
        if (State is null || triage.TriagedAt >= State.TriagedAt)
        {
            State = triage;
        }
    }

    /// <summary>Notes that a triage failed; what was found before stays.</summary>
    /// <param name="failed">The failed triage: what it had found counts only if nothing was kept before.</param>
    public void RecordFailure(LatestTriageReport failed)
    {
        ArgumentNullException.ThrowIfNull(failed);
        State = State is null ? failed : State with { Failure = failed.Failure };
    }

    /// <inheritdoc />
    protected override LatestTriageReport? InitializeState(TaskEntityOperation entityOperation) => null;
}
