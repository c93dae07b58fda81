using System.Security.Cryptography;
using System.Text;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Entities;

namespace FuseDeskFlows.Entities.Audit;

/// <summary>
/// One department's audits: which run is at it, so that there is never a second one; what was reported last, so that a report can tell
/// new from known; and where the last reports are. All of it is bounded, since an entity is read and written as a whole.
/// </summary>
public sealed class DepartmentAudit : TaskEntity<DepartmentAuditState>
{
    /// <summary>How many audits are listed: a day and a half of one every five minutes.</summary>
    public const int MostAudits = 400;

    /// <summary>How many reported chats are remembered.</summary>
    public const int MostReported = 500;

    /// <summary>The entity of a department.</summary>
    /// <param name="department">The department's name, in any case.</param>
    /// <returns>The id; it does not depend on which characters a store allows in keys.</returns>
    public static EntityInstanceId IdOf(string department)
    {
        ArgumentNullException.ThrowIfNull(department);
        var name = string.Join(' ', department.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ToUpperInvariant();
        return new(nameof(DepartmentAudit), Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)))[..32]);
    }

    /// <summary>Serves the entity's operations.</summary>
    /// <param name="dispatcher">Hands them over.</param>
    /// <returns>A task that ends when they have been carried out.</returns>
    [Function(nameof(DepartmentAudit))]
    public static Task DispatchAsync([EntityTrigger] TaskEntityDispatcher dispatcher)
    {
        ArgumentNullException.ThrowIfNull(dispatcher);
        return dispatcher.DispatchAsync<DepartmentAudit>();
    }

    /// <summary>Gives the department to a run, unless another one holds it.</summary>
    /// <param name="begin">Who asks.</param>
    /// <returns>Who holds it now, and what was reported last.</returns>
    public DepartmentLockResult Begin(DepartmentLockRequest begin)
    {
        ArgumentNullException.ThrowIfNull(begin);
        if (State.Holder is null || string.Equals(State.Holder, begin.InsteadOf, StringComparison.Ordinal))
        {
            State = State with { Department = begin.Department, Holder = begin.RunId, HeldSince = begin.At };
        }

        return new() { Holder = State.Holder, Since = State.HeldSince ?? begin.At, Reported = State.Reported };
    }

    /// <summary>Takes the department back and keeps what the run found; what a run says that does not hold it is ignored.</summary>
    /// <param name="end">Who ends, and with what.</param>
    public void End(DepartmentRelease end)
    {
        ArgumentNullException.ThrowIfNull(end);
        if (string.Equals(State.Holder, end.RunId, StringComparison.Ordinal))
        {
            State = State with
            {
                Holder = null,
                HeldSince = null,
                Reported = end.Reported is { } reported ? [.. reported.Take(MostReported)] : State.Reported,
                Audits = end.Entry is { } entry ? [entry, .. State.Audits.Take(MostAudits - 1)] : State.Audits,
            };
        }
    }

    /// <inheritdoc />
    protected override DepartmentAuditState InitializeState(TaskEntityOperation entityOperation) => new();
}
