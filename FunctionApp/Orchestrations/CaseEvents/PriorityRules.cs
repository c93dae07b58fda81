using FuseDeskFlows.FuseDesk.Waits;
using FuseDeskFlows.Language.Texts;
using FuseDeskFlows.Reports.CaseEvents;
using FuseDeskFlows.Reports.Rendering;
using FuseDeskFlows.Reports.Shared;
using FuseDeskFlows.Reports.Triage;

namespace FuseDeskFlows.Orchestrations.CaseEvents;

/// <summary>
/// How urgent a case is, judged from its triage: whose turn it is, for how long, who cares for it, and what the customer says.
/// </summary>
internal static class PriorityRules
{
    private static readonly TimeSpan Long = TimeSpan.FromHours(24);
    private static readonly TimeSpan TooLong = TimeSpan.FromHours(72);

    // Few and unmistakable: a word that is only often urgent would make everything so.
    private static readonly string[] UrgentWords =
    [
        "urgent", "asap", "immediately", "emergency", "outage", "refund", "cancel", "lawyer", "legal action", "complaint", "unacceptable",
    ];

    /// <returns>The priority; null if the case could not be read, or nothing tells whose turn it is.</returns>
    public static ProposedPriority? Classify(TriageReport report, DateTimeOffset now) => report switch
    {
        { Case: null } or { Waiting: null } => null,
        { Waiting: { } waiting } when ReportText.OnlyThanks(waiting) =>
            new() { Level = CasePriority.Low, Reasons = ["The customer's last message only thanks."] },
        { Waiting.On: WaitingOn.Nobody } => new() { Level = CasePriority.Low, Reasons = ["The case is closed."] },
        { Waiting.On: WaitingOn.Customer } => new() { Level = CasePriority.Low, Reasons = ["It is the customer's turn."] },
        _ => ForTeam(report, now),
    };

    private static ProposedPriority ForTeam(TriageReport report, DateTimeOffset now)
    {
        var waited = report.Waiting!.Since is { } since ? now - since : TimeSpan.Zero;
        List<(int Steps, string Reason)> found = [(1, "The customer waits for the team.")];
        if (waited >= Long)
        {
            found.Add((waited >= TooLong ? 2 : 1, $"She has waited for {(int)waited.TotalHours} hours."));
        }

        if (report.LastRep is null && !report.Problems.Any(problem => problem.Type is ProblemTypes.RepUnknown))
        {
            found.Add((1, "Nobody has answered her yet."));
        }
        else if (report.LastRep is { Active: false })
        {
            found.Add((1, "The rep who answered last is disabled."));
        }

        if (report.LastQuestion is { } question && !MessageCues.IsPatient(question.Text)
            && UrgentWords.FirstOrDefault(word => Says(question.Text, word)) is { } said)
        {
            found.Add((1, $"Her last message says \"{said}\"."));
        }

        return new()
        {
            Level = (CasePriority)Math.Min(found.Sum(one => one.Steps), (int)CasePriority.Urgent),
            Reasons = [.. found.Select(one => one.Reason)],
        };
    }

    // Whole words: nobody who likes a "cancellation-free" plan wants to cancel.
    private static bool Says(string text, string word)
    {
        for (var at = text.IndexOf(word, StringComparison.OrdinalIgnoreCase);
            at >= 0;
            at = text.IndexOf(word, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            var end = at + word.Length;
            if ((at == 0 || !char.IsLetterOrDigit(text[at - 1])) && (end == text.Length || !char.IsLetterOrDigit(text[end])))
            {
                return true;
            }
        }

        return false;
    }
}
