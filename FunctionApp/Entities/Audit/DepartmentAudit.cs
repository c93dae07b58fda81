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
    /// <summary>The entity's name, as it is stored in the ids of its instances.</summary>
    public const string Name = "DepartmentAudit";

    /// <summary>The stored name of <see cref="Acquire"/>.</summary>
    public const string AcquireOperation = "Acquire";

    /// <summary>The stored name of <see cref="Release"/>.</summary>
    public const string ReleaseOperation = "Release";

    /// <summary>How many audits are listed: a day and a half of one every five minutes.</summary>
    public const int MaxAudits = 400;

    /// <summary>How many reported chats are remembered.</summary>
    public const int MaxReportedChats = 500;

    /// <summary>The entity of a department.</summary>
    /// <param name="department">The department's name, in any case.</param>
    /// <returns>The id; it does not depend on which characters a store allows in keys.</returns>
    public static EntityInstanceId IdOf(string department)
    {
        ArgumentNullException.ThrowIfNull(department);
        var name = string.Join(' ', department.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ToUpperInvariant();
        return new(Name, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)))[..32]);
    }

    /// <summary>Serves the entity's operations.</summary>
    [Function(Name)]
    public static Task DispatchAsync([EntityTrigger] TaskEntityDispatcher dispatcher)
    {
        ArgumentNullException.ThrowIfNull(dispatcher);
        return dispatcher.DispatchAsync<DepartmentAudit>();
    }

    /// <summary>Gives the department to a run, unless another one holds it.</summary>
    /// <returns>Who holds it now, and what was reported last.</returns>
    public DepartmentLockResult Acquire(DepartmentLockRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (State.HolderRunId is null || string.Equals(State.HolderRunId, request.ReplacesRunId, StringComparison.Ordinal))
        {
            State = State with { Department = request.Department, HolderRunId = request.RunId, HeldSince = request.At };
        }

        return new() { HolderRunId = State.HolderRunId, HeldSince = State.HeldSince ?? request.At, ReportedChats = State.ReportedChats };
    }

    /// <summary>Takes the department back and keeps what the run found; what a run says that does not hold it is ignored.</summary>
    public void Release(DepartmentRelease release)
    {
        ArgumentNullException.ThrowIfNull(release);
        if (string.Equals(State.HolderRunId, release.RunId, StringComparison.Ordinal))
        {
            State = State with
            {
                HolderRunId = null,
                HeldSince = null,
                ReportedChats = release.ReportedChats is { } reported ? [.. reported.Take(MaxReportedChats)] : State.ReportedChats,
                Index = release.Entry is { } entry ? [entry, .. State.Index.Take(MaxAudits - 1)] : State.Index,
            };
        }
    }

    /// <inheritdoc />
    protected override DepartmentAuditState InitializeState(TaskEntityOperation entityOperation) => new();
}
