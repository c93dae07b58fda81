using FuseDeskFlows.FuseDesk;
using FuseDeskFlows.FuseDesk.Ids;
using FuseDeskFlows.Reports.CaseEvents;

namespace FuseDeskFlows.Orchestrations.CaseEvents;

/// <summary>Who should take a case.</summary>
internal static class RepSelector
{
    /// <summary>Finds who can take a department's case.</summary>
    /// <param name="reps">All reps, disabled ones among them.</param>
    /// <param name="department">The department; null if it is not listed any more.</param>
    /// <returns>Its active reps; where the department names none, those whose usual one it is.</returns>
    public static IReadOnlyList<Rep> EligibleReps(IEnumerable<Rep> reps, Department? department, DepartmentId departmentId)
    {
        var active = reps.Where(rep => rep.Active).DistinctBy(rep => rep.Id).ToList();
        if (department is { AllReps: true })
        {
            return active;
        }

        var members = active.Where(rep => department?.RepIds.Contains(rep.Id) == true).ToList();
        return members.Count > 0 ? members : [.. active.Where(rep => rep.DefaultDepartmentId == departmentId)];
    }

    /// <param name="able">Who can take the case; at least one.</param>
    /// <param name="lastRep">The rep who answered last.</param>
    /// <param name="load">How many cases each rep has that are not closed; null if that is unknown.</param>
    /// <returns>The least loaded; among equals, and where the load is unknown, the one who answered last, else the one with the lowest
    /// id.</returns>
    public static ProposedRep LeastLoaded(IReadOnlyList<Rep> able, RepId? lastRep, IReadOnlyDictionary<RepId, int>? load)
    {
        var chosen = able
            .OrderBy(rep => load?.GetValueOrDefault(rep.Id) ?? 0)
            .ThenByDescending(rep => rep.Id == lastRep)
            .ThenBy(rep => rep.Id.Value)
            .First();
        var answered = chosen.Id == lastRep ? ", who answered last" : "";
        return new()
        {
            Id = chosen.Id,
            Name = chosen.Name,
            OpenCases = load is null ? null : load.GetValueOrDefault(chosen.Id),
            Reason = (load, able.Count) switch
            {
                (not null, _) => $"The least loaded active rep of the department{answered}.",
                (_, 1) => $"The only active rep of the department{answered}.",
                _ => $"An active rep of the department{answered}; who is least loaded is unknown.",
            },
        };
    }
}
