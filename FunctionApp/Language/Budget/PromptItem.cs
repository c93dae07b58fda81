using FuseDeskFlows.FuseDesk;
using FuseDeskFlows.Unicode;

namespace FuseDeskFlows.Language.Budget;

/// <summary>A history item as a model is shown it: one line of JSON, out of whose strings no text can break.</summary>
internal static class PromptItem
{
    private const int MaxNameLength = 100;
    private const int MaxSubjectLength = 200;

    /// <summary>Reduces a history to what its authors newly wrote; what says nothing is left out.</summary>
    /// <returns>The items, with clean text.</returns>
    public static IReadOnlyList<HistoryItem> Reduce(IEnumerable<HistoryItem> history) =>
        [.. history.Select(Reduce).Where(item => item.Text.Length > 0 || item.Subject is not null)];

    public static string ToJsonLine(HistoryItem item) => PromptJson.SerializeLine(
        new
        {
            item = item.Number,
            at = item.At?.UtcDateTime.ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture),
            by = Author(item),
            name = item.AuthorName,
            kind = item.Kind,
            subject = item.Subject,
            text = item.Text,
        });

    private static HistoryItem Reduce(HistoryItem item)
    {
        return item with
        {
            Text = SafeText.Clean(item.Text).Trim(),
            AuthorName = item.AuthorName is { } name ? SafeText.Shorten(name, MaxNameLength) : null,
            Subject = string.IsNullOrWhiteSpace(item.Subject) ? null : SafeText.Shorten(item.Subject, MaxSubjectLength),
        };
    }

    private static string Author(HistoryItem item) =>
        item.IsFromCustomer() ? "customer" : item.RepId is not null || item.IsToCustomer() ? "team" : "system";
}
