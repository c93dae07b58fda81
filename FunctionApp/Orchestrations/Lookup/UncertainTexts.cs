using FuseDeskFlows.FuseDesk;
using FuseDeskFlows.Language.Texts;
using FuseDeskFlows.Reports.Shared;
using FuseDeskFlows.Unicode;

namespace FuseDeskFlows.Orchestrations.Lookup;

/// <summary>
/// Tells of texts in a history that are in nobody's mouth: a report does not use them, and does not hide that they are there.
/// </summary>
internal static class UncertainTexts
{
    private const int MaxExcerptLength = 300;
    private const int MaxProblems = 10;

    /// <summary>What a report on one case or chat tells.</summary>
    /// <returns>A problem for each item, of very many items the first.</returns>
    public static IReadOnlyList<ReportProblem> ProblemsOf(IEnumerable<HistoryItem> history)
    {
        var problems = history.SelectMany(ProblemsOf).ToList();
        return problems.Count <= MaxProblems
            ? problems
            :
            [
                .. problems.Take(MaxProblems),
                new() { Type = ProblemTypes.SetAside, Detail = $"So do {problems.Count - MaxProblems} more passages of this history." },
            ];
    }

    /// <summary>What a report on many cases tells of one.</summary>
    /// <returns>One problem for all; null if there is none.</returns>
    public static ReportProblem? ProblemOf(Case supportCase) => ProblemOf($"Case {supportCase.Id}", supportCase.History);

    /// <summary>What a report on many chats tells of one.</summary>
    /// <returns>One problem for all; null if there is none.</returns>
    public static ReportProblem? ProblemOf(Chat chat) => ProblemOf($"Chat {chat.Id}", chat.Messages);

    private static ReportProblem? ProblemOf(string of, IEnumerable<HistoryItem> history)
    {
        var problems = history.SelectMany(ProblemsOf).ToList();
        var more = problems.Count <= 1 ? "" : $" There is more of the kind: {problems.Count} passages.";
        return problems is [var first, ..] ? first with { Detail = $"{of}: {first.Detail}{more}" } : null;
    }

    private static IEnumerable<ReportProblem> ProblemsOf(HistoryItem item)
    {
        if (item.SetAside is { } text)
        {
            yield return new()
            {
                Type = ProblemTypes.SetAside,
                Detail = $"Item {item.Number} quotes text that no earlier item has and that is not taken for its author's: "
                    + SafeText.Quote(text, MaxExcerptLength),
            };
        }

        if (item.Forwarded is { } forwarded && !ReadableText.UsesForwarded(item))
        {
            yield return new()
            {
                Type = ProblemTypes.SetAside,
                Detail = $"Item {item.Number} forwards a mail{From(forwarded)}, which is not taken for its author's: "
                    + SafeText.Quote(forwarded.Text, MaxExcerptLength),
            };
        }
    }

    private static string From(ForwardedText forwarded) => forwarded.From is { } from ? $" of {SafeText.Shorten(from, 100)}" : "";
}
