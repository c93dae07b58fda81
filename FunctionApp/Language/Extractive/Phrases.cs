using System.Globalization;
using FuseDeskFlows.FuseDesk;
using FuseDeskFlows.Language.Results;
using FuseDeskFlows.Unicode;

namespace FuseDeskFlows.Language.Extractive;

/// <summary>The words around quotations in a summary.</summary>
internal static class Phrases
{
    private const int MaxNameLength = 60;

    public static SummaryStatement Statement(string text, params IEnumerable<HistoryItem> items) =>
        new() { Text = text, Evidence = [.. items.Select(item => item.Number).Distinct().Order()] };

    /// <summary>The author's name, else the side.</summary>
    public static string Author(HistoryItem item)
    {
        var name = SafeText.OneLine(item.AuthorName ?? "");
        return name.Length > 0 ? SafeText.Shorten(name, MaxNameLength) : item.IsFromCustomer() ? "The customer" : "The team";
    }

    public static string On(HistoryItem item) => item.At is { } at ? " on " + Day(at) : "";

    public static string Day(DateTimeOffset moment) => moment.UtcDateTime.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>For instance <c>12 min</c>, <c>2 h 5 min</c>, <c>3 d 4 h</c>.</summary>
    public static string Duration(TimeSpan time) => time switch
    {
        { TotalHours: < 1 } => $"{(int)time.TotalMinutes} min",
        { TotalDays: < 1 } => $"{time.Hours} h {time.Minutes} min",
        _ => $"{(int)time.TotalDays} d {time.Hours} h",
    };

    /// <summary>True if a statement quotes the sentence already.</summary>
    public static bool IsTold(string sentence, IEnumerable<SummaryStatement> told)
    {
        var quoted = Quotes.Quote(sentence);
        return told.Any(statement => statement.Text.Contains(quoted[1..^1], StringComparison.OrdinalIgnoreCase));
    }
}
