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
    public static ReportColleague? For(IEnumerable<Rep> reps, Case supportCase, RepId disabled) =>
        For(reps, supportCase.DepartmentId, supportCase.History, disabled);

    /// <summary>Likewise for a chat, of which the messages are the history.</summary>
    public static ReportColleague? For(
        IEnumerable<Rep> reps, DepartmentId? departmentId, IReadOnlyList<HistoryItem> history, RepId disabled)
    {
        var colleague = departmentId is { } department
            ? reps
                .Where(rep => rep.Active && rep.Id != disabled && rep.DefaultDepartmentId == department)
                .OrderByDescending(rep => LastItemOf(rep, history))
                .ThenBy(rep => rep.Id.Value)
                .FirstOrDefault()
            : null;
        return colleague is null ? null : new() { Id = colleague.Id, Name = colleague.Name };
    }

    private static int LastItemOf(Rep rep, IReadOnlyList<HistoryItem> history) =>
        history.LastOrDefault(item => item.RepId == rep.Id)?.Number ?? 0;
}
