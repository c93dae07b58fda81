using FuseDeskFlows.Reports.Rendering;
using FuseDeskFlows.Reports.Shared;

namespace FuseDeskFlows.Reports.Triage;

/// <summary>What all renderings of a triage say in the same words.</summary>
internal static class TriageWords
{
    /// <summary>The case's subject, which a customer may have written; else why there is none.</summary>
    public static string Heading(TriageReport report) => report switch
    {
        { Case: { } supportCase } => supportCase.Subject ?? "Case without a subject",
        _ when ReportText.WasRefused(report.Problems) || ReportText.MayLack(report.Problems) => "The case could not be read",
        _ => "Nothing to triage",
    };

    public static IEnumerable<string> CustomerFacts(TriageReport report) =>
        report.Customer is { } customer ? ReportText.CustomerFacts(customer) : ["unknown"];

    public static IEnumerable<string> WaitingFacts(TriageReport report) =>
        report.Waiting is { } waiting ? [ReportText.WhoWaits(waiting), ReportText.JudgedBy(waiting.JudgedBy)] : ["unknown"];

    /// <summary>Who answered last, or that nobody did, or that it is not known.</summary>
    public static IEnumerable<string> LastRepFacts(TriageReport report) => report switch
    {
        { LastRep: { } rep } => RepFacts(rep),
        _ when report.Problems.Any(problem => problem.Type is ProblemTypes.RepUnknown) => ["somebody whom the history does not name"],
        _ when report.Problems.Any(problem => problem.Type is ProblemTypes.AnswerUnknown) => ["not known"],
        _ => ["nobody"],
    };

    private static IEnumerable<string> RepFacts(ReportRep rep)
    {
        yield return $"{rep.Name ?? "Name unknown"} (rep {rep.Id})";
        yield return ReportText.RepState(rep);
        if (rep.AnsweredAt is { } answered)
        {
            yield return $"answered {ReportText.Time(answered)}";
        }

        if (rep.Alternative is { } colleague)
        {
            yield return $"colleague: {colleague.Name ?? "name unknown"} (rep {colleague.Id})";
        }
    }
}
