namespace FuseDeskFlows.Reports.Components;

/// <summary>The page of a flow's report.</summary>
internal static class ReportPage
{
    public static HtmlPage Of<TReport, TView>(TReport report, Func<TReport, string> title)
        where TReport : class
        where TView : ReportView<TReport> =>
        HtmlPage.Of<TView>(title(report), nameof(ReportView<TReport>.Report), report);
}
