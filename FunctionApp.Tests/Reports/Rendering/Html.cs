using System.Text.RegularExpressions;
using FuseDeskFlows.Reports.Components;

namespace FuseDeskFlows.Tests.Reports.Rendering;

/// <summary>Pages as a browser receives them.</summary>
internal static class Html
{
    public static Task<string> OfAsync<TReport, TView>(TReport report)
        where TReport : class
        where TView : ReportView<TReport> =>
        OfAsync(ReportPage.Of<TReport, TView>(report, _ => "title"));

    public static Task<string> OfAsync(HtmlPage page) => page.RenderAsync("/api/");

    /// <summary>The page's skeleton: hostile text must not add or change a single tag.</summary>
    public static string[] Tags(string page) =>
        [.. Regex.Matches(page, "<[^>]*>", RegexOptions.None, TimeSpan.FromSeconds(1)).Select(match => match.Value)];
}
