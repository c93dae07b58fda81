using System.Globalization;
using FuseDeskFlows.Activities.Agent.Results;
using FuseDeskFlows.FuseDesk;
using FuseDeskFlows.Language.Results;
using FuseDeskFlows.Language.Writing.Grounding;
using FuseDeskFlows.Reports.Agent;

namespace FuseDeskFlows.Activities.Agent.Answers;

/// <summary>
/// Checks an answer statement by statement, as the texts of other flows are checked: against the lines that it cites, all of which the run
/// must have read.
/// </summary>
internal static class AgentAnswerCheck
{
    private const int MaxStatements = 40;
    private const int MaxStatementLength = 800;

    public static AgentAnswerCheckResult Run(AgentAnswerRequest request, CitableLines lines)
    {
        if (AgentAnswerFormat.Parse(request.Answer) is not { } proposed)
        {
            return Rejected(request.IsTruncated
                ? "It was cut off, since it was too long."
                : "It was not one JSON object of the form {\"statements\":[{\"text\":\"...\",\"evidence\":[\"...\"]}]}.");
        }

        if (proposed.Count is 0 or > MaxStatements)
        {
            return Rejected(string.Create(CultureInfo.InvariantCulture, $"It must have 1 to {MaxStatements} statements."));
        }

        var cites = proposed.SelectMany(statement => statement.Cites).Distinct(StringComparer.Ordinal).ToList();
        var cited = cites.Select(lines.Find).OfType<CitedLine>().ToList();
        var numbers = cited.Index().ToDictionary(pair => pair.Item.Evidence.Cite, pair => pair.Index + 1, StringComparer.Ordinal);
        var sources = Sources(request, cited, [.. lines.ResultsOf(cited)]);
        var (accepted, faults) = (new List<AgentStatement>(), new List<string>());
        foreach (var (index, statement) in proposed.Index())
        {
            if (FindFault(statement, numbers, sources) is { } fault)
            {
                faults.Add(string.Create(CultureInfo.InvariantCulture, $"Statement {index + 1} {fault}."));
            }
            else
            {
                var evidence = statement.Cites.Select(cite => cited[numbers[cite] - 1].Evidence).ToList();
                accepted.Add(new()
                {
                    Text = statement.Text,
                    Evidence = evidence,
                    OnlyFromLists = evidence.TrueForAll(item => item.Kind == AgentResultKind.List),
                });
            }
        }

        return new() { Statements = accepted, Faults = faults };
    }

    // What is cited is numbered from 1; what else was shown of the same results lends its numbers and dates, and cannot be quoted.
    private static GroundingSources Sources(AgentAnswerRequest request, List<CitedLine> cited, List<StoredResult> results)
    {
        var items = cited.Select((line, index) => Item(index + 1, string.Join(' ', line.Lines.Select(LineTexts.Of)), line.Lines.Take(1)));
        var others = results.SelectMany(result => result.Lines)
            .Select((line, index) => Item(cited.Count + 1 + index, LineTexts.Of(line), [line]));
        var facts = results.SelectMany(LineTexts.Counts).Append(request.Prompt);
        return new([.. items, .. others, Today(request)], facts, Enumerable.Range(1, cited.Count));
    }

    private static HistoryItem Item(int number, string text, IEnumerable<StoredLine> lines) =>
        new() { Number = number, Text = text, At = lines.Select(line => line.At).FirstOrDefault() };

    private static HistoryItem Today(AgentAnswerRequest request) => new() { Number = 0, At = request.Now };

    private static string? FindFault(ProposedStatement statement, Dictionary<string, int> numbers, GroundingSources sources) =>
        statement.Text.Length switch
        {
            0 => "is empty",
            > MaxStatementLength => $"has more than {MaxStatementLength} characters",
            _ when statement.Cites.Count == 0 => "cites nothing",
            _ when !statement.Cites.All(numbers.ContainsKey) => "cites something that was not read in this run, or was not shown whole",
            _ => sources.FindFault(new SummaryStatement
            {
                Text = statement.Text,
                Evidence = [.. statement.Cites.Select(cite => numbers[cite]).Order()],
            }),
        };

    private static AgentAnswerCheckResult Rejected(string fault) => new() { Faults = [fault] };
}
