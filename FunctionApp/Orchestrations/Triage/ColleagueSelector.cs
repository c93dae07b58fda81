using FuseDeskFlows.FuseDesk;
using FuseDeskFlows.FuseDesk.Ids;
using FuseDeskFlows.Reports.Shared;

namespace FuseDeskFlows.Orchestrations.Triage;

/// <summary>Who can take a case over from a disabled rep.</summary>
internal static class ColleagueSelector
{
    /// <summary>Picks an active rep of the case's department.</summary>
    /// <param name="reps">All reps, disabled ones among them.</param>
    /// <returns>The one who worked on the case last, else the one with the lowest id; null if there is nobody.</returns>
    public static ReportColleague? For(IEnumerable<Rep> reps, Case supportCase, RepId disabled)
    {
        var colleague = supportCase.DepartmentId is { } department
            ? reps
                .Where(rep => rep.Active && rep.Id != disabled && rep.DefaultDepartmentId == department)
                .OrderByDescending(rep => LastItemOf(rep, supportCase))
                .ThenBy(rep => rep.Id.Value)
                .FirstOrDefault()
            : null;
        return colleague is null ? null : new() { Id = colleague.Id, Name = colleague.Name };
    }

    private static int LastItemOf(Rep rep, Case supportCase) =>
        supportCase.History.LastOrDefault(item => item.RepId == rep.Id)?.Number ?? 0;
}
