using FuseDeskFlows.FuseDesk;
using FuseDeskFlows.Language.Texts;

namespace FuseDeskFlows.Language.Budget;

/// <summary>A history item as a model is shown it: one line of JSON, out of whose strings no text can break.</summary>
internal static class PromptItem
{
    private const int MaxNameLength = 100;
    private const int MaxSubjectLength = 200;

    /// <summary>Reduces a history to what its authors newly wrote; what says nothing is left out.</summary>
    /// <param name="history">The history.</param>
    /// <returns>The items, with clean text.</returns>
    public static IReadOnlyList<HistoryItem> Reduced(IEnumerable<HistoryItem> history) =>
        [.. history.Select(Reduced).Where(item => item.Text.Length > 0 || item.Subject is not null)];

    /// <summary>The item as a line of JSON.</summary>
    /// <param name="item">A reduced item.</param>
    /// <returns>The line, without its end.</returns>
    public static string Line(HistoryItem item) => PromptJson.Line(
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

    private static HistoryItem Reduced(HistoryItem item)
    {
        // A mail that only forwards another one says nothing newly, and is still worth reading.
        var own = MessageText.Own(item.Text);
        return item with
        {
            Text = own.Length > 0 ? own : SafeText.Clean(item.Text).Trim(),
            AuthorName = item.AuthorName is { } name ? SafeText.Short(name, MaxNameLength) : null,
            Subject = string.IsNullOrWhiteSpace(item.Subject) ? null : SafeText.Short(item.Subject, MaxSubjectLength),
        };
    }

    private static string Author(HistoryItem item) =>
        item.IsFromCustomer() ? "customer" : item.RepId is not null || item.IsToCustomer() ? "team" : "system";
}
