using FuseDeskFlows.Reports.Components;

namespace FuseDeskFlows.Reports.Runs;

/// <summary>The page of a run that has no report, or none yet.</summary>
internal static class RunPage
{
    private const int RefreshSeconds = 10;

    /// <summary>Shows a run; the page of a run that goes on asks again by itself.</summary>
    public static HtmlPage Of(RunDetail run) => HtmlPage.Of<RunStateView>($"{run.Name}: {run.Status}", nameof(RunStateView.Run), run) with
    {
        RefreshSeconds = run.Status is "pending" or "running" ? RefreshSeconds : null,
    };
}
