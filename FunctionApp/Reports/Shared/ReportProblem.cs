using System.Text.Json.Serialization;
using FuseDeskFlows.FuseDesk;
using FuseDeskFlows.RateLimiting;
using FuseDeskFlows.Truto.Tools;

namespace FuseDeskFlows.Reports.Shared;

/// <summary>Something that could not be read or found.</summary>
public sealed record ReportProblem
{
    /// <summary>What kind of problem; one of <see cref="ProblemTypes"/>, or <c>refused-</c> and the kind of refusal.</summary>
    [JsonPropertyName("type")]
    public required string Type { get; init; }

    /// <summary>What happened, for a person.</summary>
    [JsonPropertyName("detail")]
    public required string Detail { get; init; }

    internal bool IsOutOfQuota => string.Equals(Type, ProblemTypes.OutOfQuota, StringComparison.Ordinal);

    /// <summary>Tells of a refused call.</summary>
    /// <param name="missing">What could not be read because of it, as the beginning of a sentence.</param>
    /// <param name="error">The refusal.</param>
    /// <returns>The problem.</returns>
    public static ReportProblem ForRefusedCall(string missing, ToolError error) => new()
    {
        Type = ProblemTypes.Refused(error.Kind),
        Detail = $"{missing} could not be read ({error.Tool}): {error.Message}",
    };

    /// <summary>Tells of a list or an answer in which something may be missing.</summary>
    /// <param name="detail">Which, and why.</param>
    /// <returns>The problem.</returns>
    public static ReportProblem ForIncompleteAnswer(string detail) => new() { Type = ProblemTypes.Incomplete, Detail = detail };

    /// <summary>Tells of what of a history could not be read.</summary>
    /// <param name="history">Whose, as the beginning of a sentence.</param>
    /// <param name="gaps">What it lacks.</param>
    /// <returns>The problem; null if nothing in it is unreadable.</returns>
    public static ReportProblem? ForUnreadableHistory(string history, HistoryGaps gaps) => gaps switch
    {
        { IsUnreadable: true } => new()
        {
            Type = ProblemTypes.UnreadableHistory,
            Detail = $"{history} could not be read: there is something, but it is no list. Nothing is concluded from it.",
        },
        { Items: 1 } => new()
        {
            Type = ProblemTypes.LeftOut,
            Detail = $"{history} has an item that could not be read. What it says is missing here; the rest is judged without it.",
        },
        { Items: > 1 } => new()
        {
            Type = ProblemTypes.LeftOut,
            Detail = $"{history} has {gaps.Items} items that could not be read. "
                + "What they say is missing here; the rest is judged without them.",
        },
        _ => null,
    };

    /// <summary>Tells of entries that a list had and the report lacks.</summary>
    /// <param name="tool">The list's tool.</param>
    /// <param name="entries">How many.</param>
    /// <returns>The problem.</returns>
    public static ReportProblem ForUnreadableEntries(string tool, int entries) => new()
    {
        Type = ProblemTypes.LeftOut,
        Detail = entries == 1
            ? $"An entry of {tool} could not be read, since it has no id. It is missing here, and may be newer than what is shown."
            : $"{entries} entries of {tool} could not be read, since they have no id. "
                + "They are missing here, and may be newer than what is shown.",
    };

    // Tells that a run could not wait any longer, and what is missing because of it, as the beginning of a sentence.
    internal static ReportProblem ForOutOfQuota(OutOfQuota outOfQuota, string? missing = null) => new()
    {
        Type = ProblemTypes.OutOfQuota,
        Detail = missing is null ? $"{outOfQuota}" : $"{missing} could not be read: {outOfQuota}",
    };

    // Tells it once, as the last problem, however many things are missing because of it.
    internal static IReadOnlyList<ReportProblem> WithOutOfQuotaOnce(IReadOnlyList<ReportProblem> problems)
    {
        var lost = problems.Where(problem => problem.IsOutOfQuota).ToList();
        return lost.Count < 2
            ? problems
            :
            [
                .. problems.Where(problem => !problem.IsOutOfQuota),
                lost[0] with { Detail = $"{lost[0].Detail} The same holds for {lost.Count - 1} more." },
            ];
    }
}
