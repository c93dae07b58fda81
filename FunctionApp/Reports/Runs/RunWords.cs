namespace FuseDeskFlows.Reports.Runs;

/// <summary>What all renderings of a run say in the same words.</summary>
internal static class RunWords
{
    /// <summary>For instance <c>2 of 5 done</c>.</summary>
    public static string StepsDone(RunProgressView progress) =>
        progress.Total is { } total ? $"{progress.Done} of {total} done" : $"{progress.Done} done";
}
