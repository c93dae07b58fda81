using FuseDeskFlows.FuseDesk;
using FuseDeskFlows.Unicode;

namespace FuseDeskFlows.Language.Budget;

/// <summary>A history item as a model is shown it: one line of JSON, out of whose strings no text can break.</summary>
internal static class PromptItem
{
    private const int MaxNameLength = 100;
    private const int MaxSubjectLength = 200;
    private const int MaxForwardedLength = 4_000;
    private const int MaxAnswers = 20;

    /// <summary>Reduces a history to what its authors newly wrote; what says nothing is left out.</summary>
    /// <returns>The items, with clean text.</returns>
    public static IReadOnlyList<HistoryItem> Reduce(IEnumerable<HistoryItem> history) =>
        [.. history.Select(Reduce).Where(item => item is not { Text.Length: 0, Subject: null, Forwarded: null, Attachments: null })];

    public static string ToJsonLine(HistoryItem item) => PromptJson.SerializeLine(
        new PromptLine
        {
            Item = item.Number,
            At = item.At?.UtcDateTime.ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture),
            By = Author(item),
            Name = item.AuthorName,
            Kind = item.Kind,
            Subject = item.Subject,
            Text = item.Text,
            QuotedAboveAnswers = item.Answers is { Count: > 0 } answers ? [.. answers.Take(MaxAnswers)] : null,
            ForwardedFromSomebodyElse = item.Forwarded,
            AttachedFiles = item.Attachments,
        });

    private static HistoryItem Reduce(HistoryItem item)
    {
        return item with
        {
            Text = SafeText.Clean(item.Text).Trim(),
            AuthorName = item.AuthorName is { } name ? SafeText.Shorten(name, MaxNameLength) : null,
            Forwarded = item.Forwarded is { } forwarded
                ? forwarded with { Text = SafeText.Shorten(forwarded.Text, MaxForwardedLength) }
                : null,
            Subject = string.IsNullOrWhiteSpace(item.Subject) ? null : SafeText.Shorten(item.Subject, MaxSubjectLength),
        };
    }

    private static string Author(HistoryItem item) =>
        item.IsFromCustomer() ? "customer" : item.RepId is not null || item.IsToCustomer() ? "team" : "system";
}
