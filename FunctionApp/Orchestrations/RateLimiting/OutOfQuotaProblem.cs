using FuseDeskFlows.Reports.Shared;

namespace FuseDeskFlows.Orchestrations.RateLimiting;

/// <summary>Tells in a report what could not be read because a quota did not come back in time.</summary>
internal static class OutOfQuotaProblem
{
    /// <summary>Tells it once, however many things it kept from being read.</summary>
    /// <param name="problems">A report's problems.</param>
    /// <returns>The problems; those for this reason as one, which is the last.</returns>
    public static IReadOnlyList<ReportProblem> Once(IReadOnlyList<ReportProblem> problems)
    {
        var lost = problems.Where(IsIt).ToList();
        return lost.Count < 2 ? problems : [.. problems.Where(problem => !IsIt(problem)), lost[0] with { Detail = $"{lost[0].Detail} The same holds for {lost.Count - 1} more." }];
    }

    /// <summary>Tells it of a run.</summary>
    /// <param name="outOfTime">Why the run gave up; null if it did not.</param>
    /// <returns>The problem; null if there is none.</returns>
    public static ReportProblem? Of(WaitBudgetExceededException? outOfTime) => outOfTime is null ? null : new() { Type = ProblemTypes.OutOfQuota, Detail = outOfTime.Message };

    /// <summary>Finds it among a report's problems.</summary>
    /// <param name="problems">The problems.</param>
    /// <returns>The first; null if there is none.</returns>
    public static ReportProblem? In(IEnumerable<ReportProblem> problems) => problems.FirstOrDefault(IsIt);

    private static bool IsIt(ReportProblem problem) => string.Equals(problem.Type, ProblemTypes.OutOfQuota, StringComparison.Ordinal);
}
