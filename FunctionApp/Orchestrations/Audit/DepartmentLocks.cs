using FuseDeskFlows.Activities.Runs;
using FuseDeskFlows.Entities.Audit;
using FuseDeskFlows.Orchestrations.Runs;
using FuseDeskFlows.Reports.Rendering;
using FuseDeskFlows.Reports.Shared;
using Microsoft.DurableTask;

namespace FuseDeskFlows.Orchestrations.Audit;

/// <summary>Sees to it that a department is audited by one run at a time.</summary>
internal sealed class DepartmentLocks(TaskOrchestrationContext context)
{
    /// <summary>Locks departments, all at once.</summary>
    /// <param name="problems">Takes those that another run is auditing.</param>
    /// <returns>The departments that this run may audit.</returns>
    public async Task<IReadOnlyList<AuditedDepartment>> AcquireAsync(IEnumerable<string> names, ICollection<ReportProblem> problems)
    {
        var distinct = names.Select(name => name.Trim()).DistinctBy(DepartmentAudit.IdOf).ToList();
        var answers = await Task.WhenAll(distinct.Select(AcquireAsync));
        foreach (var (name, held) in distinct.Zip(answers).Where(pair => !IsOurs(pair.Second)))
        {
            problems.Add(new()
            {
                Type = ProblemTypes.AuditRunning,
                Detail = $"The audit of {name} that began at {ReportText.Time(held.HeldSince)} still runs (run {held.HolderRunId}), "
                    + "so this run leaves the department to it.",
            });
        }

        return
        [
            .. distinct.Zip(answers)
                .Where(pair => IsOurs(pair.Second))
                .Select(pair => new AuditedDepartment(pair.First, pair.Second.ReportedChats)),
        ];
    }

    /// <summary>
    /// Releases departments, with what the next run needs to know of each; with nothing where <paramref name="release"/> is null.
    /// </summary>
    public Task ReleaseAsync(IEnumerable<AuditedDepartment> departments, Func<AuditedDepartment, DepartmentRelease>? release = null) =>
        Task.WhenAll(departments.Select(department => context.CallEntityWithRetryAsync(
            DepartmentAudit.IdOf(department.Name),
            DepartmentAudit.ReleaseOperation,
            release?.Invoke(department) ?? new DepartmentRelease { RunId = context.InstanceId })));

    private async Task<DepartmentLockResult> AcquireAsync(string name)
    {
        var result = await TryAcquireAsync(name, replaces: null);
        if (IsOurs(result) || await context.CallActivityWithRetryAsync<bool>(IsRunActiveActivity.Name, result.HolderRunId))
        {
            return result;
        }

        // The holder was terminated or purged; whoever asks first after that gets the department.
        return await TryAcquireAsync(name, replaces: result.HolderRunId);
    }

    private Task<DepartmentLockResult> TryAcquireAsync(string name, string? replaces) =>
        context.CallEntityWithRetryAsync<DepartmentLockResult>(
            DepartmentAudit.IdOf(name),
            DepartmentAudit.AcquireOperation,
            new DepartmentLockRequest { RunId = context.InstanceId, Department = name, At = context.UtcNow(), ReplacesRunId = replaces });

    private bool IsOurs(DepartmentLockResult result) => string.Equals(result.HolderRunId, context.InstanceId, StringComparison.Ordinal);
}
