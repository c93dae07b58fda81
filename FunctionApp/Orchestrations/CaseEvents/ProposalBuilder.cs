using FuseDeskFlows.Activities.Tools;
using FuseDeskFlows.FuseDesk;
using FuseDeskFlows.FuseDesk.Ids;
using FuseDeskFlows.FuseDesk.Waits;
using FuseDeskFlows.Orchestrations.Calls;
using FuseDeskFlows.Orchestrations.Lookup;
using FuseDeskFlows.Orchestrations.RateLimiting;
using FuseDeskFlows.Orchestrations.Runs;
using FuseDeskFlows.Reports.CaseEvents;
using FuseDeskFlows.Reports.Shared;
using FuseDeskFlows.Reports.Triage;
using FuseDeskFlows.Truto.Tools;

namespace FuseDeskFlows.Orchestrations.CaseEvents;

/// <summary>Reads what the proposals rest on. What cannot be read is a problem of the result, not a failure of the run.</summary>
/// <param name="loadPages">How many pages of cases may be read to learn who is least loaded.</param>
internal sealed class ProposalBuilder(FlowContext flow, int loadPages)
{
    private static readonly CaseStatus[] NotClosed = [CaseStatus.New, CaseStatus.Open];

    private readonly List<ReportProblem> _problems = [];

    /// <param name="triage">The triage, with its report.</param>
    /// <returns>The triage with a priority, and with a rep where the case needs one.</returns>
    /// <exception cref="RunFailedException">A call failed unexpectedly.</exception>
    /// <exception cref="OutOfQuotaException">A quota did not come back in time.</exception>
    public async Task<LatestTriageReport> ProposeAsync(LatestTriageReport triage)
    {
        var report = triage.Report!;
        var rep = NeedsRep(report) ? await RepAsync(report) : null;
        return triage with
        {
            Priority = PriorityRules.Classify(report, triage.TriagedAt),
            Rep = rep,
            Problems = [.. _problems, .. flow.Gaps.Problems],
            Usage = report.Usage.Add(flow.Usage),
        };
    }

    private static bool NeedsRep(TriageReport report) => report is { Case: not null, Waiting: not { On: WaitingOn.Nobody } };

    private async Task<ProposedRep?> RepAsync(TriageReport report)
    {
        if (report.Case!.Department is not { } department)
        {
            return Nobody("the case names no department.");
        }

        var directory = await new DirectoryLookup(flow).FindAsync(Lasts(report), [department.Id]);
        _problems.AddRange(new[] { directory.DepartmentsProblem, directory.RepsProblem }.OfType<ReportProblem>());
        if (directory.RepsAsOf is not { } asOf || !directory.HasDepartments)
        {
            return null;
        }

        var able = RepSelector.EligibleReps(directory.Reps, directory.Department(department.Id), department.Id);
        if (able.Count == 0)
        {
            var mayLack = directory.MayLackReps || directory.MayLackDepartments;
            return Nobody($"department {department.Id} has no active rep{(mayLack ? " in what could be read" : "")}.");
        }

        // With one rep there is nothing to choose, so nothing is spent on it.
        return RepSelector.LeastLoaded(able, report.LastRep?.Id, able.Count == 1 ? null : await LoadAsync()) with { ActiveAsOf = asOf };
    }

    private static RepId[] Lasts(TriageReport report) => report.LastRep is { } last ? [last.Id] : [];

    private ProposedRep? Nobody(string because)
    {
        _problems.Add(new() { Type = ProblemTypes.NoRepToPropose, Detail = "Nobody can be proposed: " + because });
        return null;
    }

    /// <summary>Counts each rep's cases; null if there are too many to read, or not all could be read.</summary>
    private async Task<IReadOnlyDictionary<RepId, int>?> LoadAsync()
    {
        var cases = new HashSet<CaseId>();
        var load = new Dictionary<RepId, int>();
        var pages = 0;
        foreach (var status in NotClosed)
        {
            string? cursor = null;
            var sequence = new PageSequence();
            do
            {
                if (++pages > loadPages)
                {
                    return null;
                }

                var answer = await flow.CallToolAsync<Truto.Tools.Page<CaseListItem>>(
                    ToolNames.ListCases, new ListCasesInput { Status = status, Cursor = cursor });
                if (answer.Value is null)
                {
                    _problems.Add(answer.Problem("The cases, by which the least loaded rep was to be found,"));
                    return null;
                }

                // A case whose status changes while the lists are read can be in both.
                foreach (var rep in answer.Value.Items.Where(item => cases.Add(item.Id)).Select(item => item.RepId).OfType<RepId>())
                {
                    load[rep] = load.GetValueOrDefault(rep) + 1;
                }

                flow.Gaps.AddUnreadable(ToolNames.ListCases, answer.Value.Unreadable);
                cursor = sequence.Next(answer.Value);
            }
            while (cursor is not null);

            if (sequence.Fault is { } fault)
            {
                flow.Gaps.AddIncomplete(
                    ToolNames.ListCases,
                    $"The cases, by which the least loaded rep was to be found, could not be read to their end: {fault}.");
            }
        }

        // By a part of the cases the least loaded one would be a guess.
        return flow.Gaps.MayLack(ToolNames.ListCases) ? null : load;
    }
}
