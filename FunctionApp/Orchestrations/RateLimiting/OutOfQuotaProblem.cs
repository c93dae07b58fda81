using FuseDeskFlows.Reports.Shared;

namespace FuseDeskFlows.Orchestrations.RateLimiting;

/// <summary>Tells in a report what could not be read because a quota did not come back in time.</summary>
internal static class OutOfQuotaProblem
{
    /// <summary>Tells it once, as the last problem, however many things it kept from being read.</summary>
    public static IReadOnlyList<ReportProblem> Once(IReadOnlyList<ReportProblem> problems)
    {
        var lost = problems.Where(IsOutOfQuota).ToList();
        return lost.Count < 2
            ? problems
            :
            [
                .. problems.Where(problem => !IsOutOfQuota(problem)),
                lost[0] with { Detail = $"{lost[0].Detail} The same holds for {lost.Count - 1} more." },
            ];
    }

    /// <summary>The problem of a run that could not wait any longer; null for one that could.</summary>
    public static ReportProblem? Of(WaitBudgetExceededException? exceeded) =>
        exceeded is null ? null : new() { Type = ProblemTypes.OutOfQuota, Detail = exceeded.Message };

    /// <summary>The first of a report's problems that is one; null if there is none.</summary>
    public static ReportProblem? In(IEnumerable<ReportProblem> problems) => problems.FirstOrDefault(IsOutOfQuota);

    private static bool IsOutOfQuota(ReportProblem problem) =>
        string.Equals(problem.Type, ProblemTypes.OutOfQuota, StringComparison.Ordinal);
}
