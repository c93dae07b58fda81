using System.Globalization;
using FuseDeskFlows.Reports.Rendering;
using FuseDeskFlows.Reports.Runs;

namespace FuseDeskFlows.Reports.Pages;

/// <summary>What the console's pages say in the same words.</summary>
internal static class ConsoleText
{
    /// <summary>For instance <c>FuseDesk quota, after 2 other runs</c>.</summary>
    public static string WaitsFor(PendingWait wait) =>
        wait.For + (wait.Ahead is > 0 and var ahead ? $", after {ReportText.Count(ahead, "other run")}" : "");

    /// <summary>For instance <c>340 ms</c>, <c>12 s</c>, <c>4 min 10 s</c> or <c>2 h 5 min</c>.</summary>
    public static string Duration(TimeSpan time) => time switch
    {
        { TotalSeconds: < 1 } => string.Create(CultureInfo.InvariantCulture, $"{Math.Max(0, time.TotalMilliseconds):0} ms"),
        { TotalMinutes: < 1 } => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.#} s"),
        { TotalHours: < 1 } => $"{time.Minutes} min" + (time.Seconds > 0 ? $" {time.Seconds} s" : ""),
        _ => $"{(int)time.TotalHours} h" + (time.Minutes > 0 ? $" {time.Minutes} min" : ""),
    };
}
