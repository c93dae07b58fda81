using System.Globalization;
using FuseDeskFlows.Language.Results;

namespace FuseDeskFlows.Language.Writing.Grounding;

/// <summary>Checks a model's answer: its shape, its bounds, and that every statement rests on the history.</summary>
internal static class GroundingCheck
{
    /// <summary>Runs every check.</summary>
    /// <param name="answer">What the model wrote.</param>
    /// <param name="truncated">Whether the model was not let finish.</param>
    /// <param name="task">What it was asked.</param>
    /// <param name="citable">The numbers of the items that it was shown.</param>
    public static CheckedAnswer Run(string answer, bool truncated, WritingTask task, IEnumerable<int> citable)
    {
        if (AnswerFormat.Parse(answer) is not { } statements)
        {
            return Failed(truncated ? "It was cut off, since it was too long." : "It was not JSON of the given schema.");
        }

        if (statements.Count == 0 || statements.Count > task.MaxStatements)
        {
            return Failed(string.Create(CultureInfo.InvariantCulture, $"It must have 1 to {task.MaxStatements} statements."));
        }

        var sources = new GroundingSources(task.History, task.Facts.Select(fact => fact.Value), citable);
        foreach (var (index, statement) in statements.Index())
        {
            if (FindFault(statement, task, sources) is { } fault)
            {
                return Failed(string.Create(CultureInfo.InvariantCulture, $"Statement {index + 1} {fault}."));
            }
        }

        return new() { Statements = [.. statements.DistinctBy(statement => statement.Text, StringComparer.OrdinalIgnoreCase)] };
    }

    private static string? FindFault(SummaryStatement statement, WritingTask task, GroundingSources sources) => statement.Text.Length switch
    {
        0 => "is empty",
        var length when length > task.MaxStatementLength => $"has more than {task.MaxStatementLength} characters",
        _ => sources.FindFault(statement),
    };

    private static CheckedAnswer Failed(string check) => new() { FailedCheck = check };
}
