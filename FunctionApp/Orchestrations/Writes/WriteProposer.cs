using System.Globalization;
using FuseDeskFlows.Activities.Writes;
using FuseDeskFlows.Activities.Writes.Settings;
using FuseDeskFlows.FuseDesk.Ids;
using FuseDeskFlows.Orchestrations.Calls;
using FuseDeskFlows.Orchestrations.CaseEvents;
using FuseDeskFlows.Orchestrations.Lookup;
using FuseDeskFlows.Orchestrations.RateLimiting;
using FuseDeskFlows.Orchestrations.Writes.Targets;
using FuseDeskFlows.Orchestrations.Writes.Words;
using FuseDeskFlows.Reports.Shared;
using FuseDeskFlows.Reports.Writes;

namespace FuseDeskFlows.Orchestrations.Writes;

/// <summary>Makes of a planned write what a person decides on.</summary>
internal sealed class WriteProposer(FlowContext flow, ToolWriteRequest request, WriteSettings settings)
{
    /// <summary>Makes the proposal.</summary>
    /// <param name="target">The target's state; null where it is new, or cannot be read.</param>
    /// <param name="round">Which proposal it is.</param>
    /// <param name="before">The target as an earlier proposal had it; null in the first.</param>
    /// <exception cref="OutOfQuotaException">A quota did not come back in time.</exception>
    public async Task<ProposedWrite> ProposeAsync(WritePlan plan, WriteTarget? target, int round, WriteTarget? before = null)
    {
        var directory = await LookUpAsync(plan, target, before);
        var names = new WriteNames(directory);
        var proposal = new WriteProposal
        {
            RunId = request.RunId ?? flow.RunId,
            CallId = request.CallId ?? ToolWrite.OwnCall,
            Tool = plan.Tool,
            Target = plan.Target,
            Action = WriteActions.WithText(plan, names),
            Title = target?.Title,
            Arguments = plan.Arguments,
            Changes = names.Changes(plan, target),
            Hash = WriteHash.Of(plan, target),
            Round = round,
            Differences = target is not null && before is not null ? names.Differences(plan, before, target) : [],
            Warnings = [.. Warnings(plan, target, directory, names)],
            Reason = request.Reason,
            ProposedAt = flow.UtcNow,
            Deadline = flow.UtcNow + settings.ApprovalDeadline,
        };
        return new(plan, target, names, proposal, Refusal(plan, directory));
    }

    private async Task<DirectorySnapshot> LookUpAsync(WritePlan plan, params WriteTarget?[] targets)
    {
        var reps = targets.Select(target => Id(target, TargetFields.Rep)).OfType<long>().Select(RepId.From).ToList();
        var departments = targets.Select(target => Id(target, TargetFields.Department)).OfType<long>().Select(DepartmentId.From).ToList();
        var lookup = new DirectoryLookup(flow);
        if (plan is { RepId: null, DepartmentId: null })
        {
            return await lookup.PeekAsync(reps, departments);
        }

        reps.AddRange(plan.RepId is { } rep ? [rep] : []);
        departments.AddRange(plan.DepartmentId is { } department ? [department] : []);
        return await lookup.FindAsync(reps, departments);
    }

    // The directory may be a quarter of an hour old. What it says of a disabled rep spares a person the decision; before the write she is
    // asked for anew in any case.
    private static ReportProblem? Refusal(WritePlan plan, DirectorySnapshot directory)
    {
        if (plan.RepId is not { } id || directory.RepsAsOf is null)
        {
            return null;
        }

        return directory.Rep(id) switch
        {
            { Active: false, Name: var name } => WriteProblems.InactiveRep($"{name ?? "The rep"} (rep {id}) is disabled."),
            null when !directory.MayLackReps => WriteProblems.InactiveRep($"There is no rep {id}: a rep is named by her user id."),
            _ => null,
        };
    }

    private static IEnumerable<string> Warnings(WritePlan plan, WriteTarget? target, DirectorySnapshot directory, WriteNames names)
    {
        var department = plan.DepartmentId ?? (Id(target, TargetFields.Department) is { } id ? new DepartmentId(id) : null);
        if (plan.RepId is { } rep && plan.Kind is WriteKind.CaseUpdate or WriteKind.CaseCreate && department is { } of
            && directory.HasDepartments
            && !RepSelector.EligibleReps(directory.Reps, directory.Department(of), of).Any(able => able.Id == rep))
        {
            yield return $"{names.Rep(rep)} does not belong to {names.Department(of)}: "
                + "FuseDesk gives the case to a random rep of the department then.";
        }

        if (plan.Kind == WriteKind.CaseReply)
        {
            yield return "The mail goes to the customer at once and cannot be taken back.";
        }

        if (plan.Kind == WriteKind.Other)
        {
            yield return "What this tool changes beside what its arguments name is not known to this app.";
        }

        if (!plan.CanRead && plan.Kind != WriteKind.CaseCreate)
        {
            yield return "The account has no tool that reads it, so it is neither compared before the write nor read back after it.";
        }
    }

    private static long? Id(WriteTarget? target, string field) =>
        long.TryParse(WriteVerifier.ValueOf(target, field), NumberStyles.None, CultureInfo.InvariantCulture, out var id) && id > 0 ? id
            : null;
}
