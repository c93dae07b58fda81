using FuseDeskFlows.Activities.Runs;
using FuseDeskFlows.Entities.Audit;
using FuseDeskFlows.Orchestrations.Runs;
using FuseDeskFlows.Reports.Rendering;
using FuseDeskFlows.Reports.Shared;
using Microsoft.DurableTask;

namespace FuseDeskFlows.Orchestrations.Audit;

/// <summary>Sees to it that a department is audited by one run at a time.</summary>
/// <param name="context">The run.</param>
internal sealed class DepartmentLocks(TaskOrchestrationContext context)
{
    private readonly ActivityCalls _activities = new(context);

    /// <summary>Asks for departments, all at once.</summary>
    /// <param name="names">Their names.</param>
    /// <param name="problems">Takes those that another run is auditing.</param>
    /// <returns>The departments that this run may audit.</returns>
    public async Task<IReadOnlyList<AuditedDepartment>> AcquireAsync(IEnumerable<string> names, ICollection<ReportProblem> problems)
    {
        var distinct = names.Select(name => name.Trim()).DistinctBy(DepartmentAudit.IdOf).ToList();
        var answers = await Task.WhenAll(distinct.Select(AcquireAsync));
        foreach (var (name, begun) in distinct.Zip(answers).Where(pair => !IsOurs(pair.Second)))
        {
            problems.Add(new()
            {
                Type = ProblemTypes.AuditRunning,
                Detail = $"The audit of {name} that began at {ReportText.Time(begun.HeldSince)} still runs (run {begun.HolderRunId}), so this run leaves the department to it.",
            });
        }

        return [.. distinct.Zip(answers).Where(pair => IsOurs(pair.Second)).Select(pair => new AuditedDepartment(pair.First, pair.Second.ReportedChats))];
    }

    /// <summary>Gives departments back.</summary>
    /// <param name="scans">The departments.</param>
    /// <param name="end">What the run leaves behind for the next one; nothing if it is not given.</param>
    /// <returns>A task that ends when all are free.</returns>
    public Task ReleaseAsync(IEnumerable<AuditedDepartment> scans, Func<AuditedDepartment, DepartmentRelease>? end = null) =>
        Task.WhenAll(scans.Select(scan => context.TellEntityAsync(
            DepartmentAudit.IdOf(scan.Name), DepartmentAudit.ReleaseOperation, end?.Invoke(scan) ?? new DepartmentRelease { RunId = context.InstanceId })));

    private async Task<DepartmentLockResult> AcquireAsync(string name)
    {
        var begun = await AskAsync(name, insteadOf: null);
        if (IsOurs(begun) || await _activities.RunAsync<bool>(IsRunActiveActivity.Name, begun.HolderRunId))
        {
            return begun;
        }

        // The holder was terminated or purged; whoever asks first after that gets the department.
        return await AskAsync(name, insteadOf: begun.HolderRunId);
    }

    private Task<DepartmentLockResult> AskAsync(string name, string? insteadOf) => context.AskEntityAsync<DepartmentLockResult>(
        DepartmentAudit.IdOf(name), DepartmentAudit.AcquireOperation,
        new DepartmentLockRequest { RunId = context.InstanceId, Department = name, At = context.Now(), ReplacesRunId = insteadOf });

    private bool IsOurs(DepartmentLockResult begun) => string.Equals(begun.HolderRunId, context.InstanceId, StringComparison.Ordinal);
}
