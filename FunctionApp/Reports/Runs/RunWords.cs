using FuseDeskFlows.RateLimiting;

namespace FuseDeskFlows.Reports.Runs;

/// <summary>What all renderings of a run say in the same words.</summary>
internal static class RunWords
{
    private const string ForQuota = " quota, to call ";

    /// <summary>What a run waits for that waits for a quota.</summary>
    /// <param name="scope">Whose quota.</param>
    /// <param name="call">What it is to call then.</param>
    public static string QuotaWait(RateLimitScope scope, string call)
    {
        var owner = scope switch
        {
            RateLimitScope.Truto => "Truto",
            RateLimitScope.Model => "the language model's",
            _ => "FuseDesk",
        };
        return $"{owner}{ForQuota}{call}";
    }

    /// <summary>Tells waits for a quota from others: for a person, or for a case to be quiet.</summary>
    public static bool IsForQuota(PendingWait wait) => wait.For.Contains(ForQuota, StringComparison.Ordinal);

    /// <summary>For instance <c>2 of 5 done</c>.</summary>
    public static string StepsDone(StepProgress progress) =>
        progress.Total is { } total ? $"{progress.Done} of {total} done" : $"{progress.Done} done";
}
