using System.Globalization;
using FuseDeskFlows.Language.Results;

namespace FuseDeskFlows.Language.Writing;

/// <summary>A model's answer after every check.</summary>
/// <param name="Statements">What may be shown; empty if there is an objection.</param>
/// <param name="Objection">What is wrong, for the model and for a reader; it never repeats what the model wrote.</param>
internal sealed record GroundingCheck(IReadOnlyList<SummaryStatement> Statements, string? Objection)
{
    /// <summary>Checks an answer.</summary>
    /// <param name="answer">What the model wrote.</param>
    /// <param name="cutOff">True if it was not let finish.</param>
    /// <param name="task">What it was asked.</param>
    /// <param name="citable">The items that it may cite.</param>
    /// <returns>The result.</returns>
    public static GroundingCheck Of(string answer, bool cutOff, WritingTask task, IEnumerable<int> citable)
    {
        if (AnswerFormat.Read(answer) is not { } statements)
        {
            return Rejected(cutOff ? "It was cut off, since it was too long." : "It was not JSON of the given schema.");
        }

        if (statements.Count == 0 || statements.Count > task.MaxStatements)
        {
            return Rejected(string.Create(CultureInfo.InvariantCulture, $"It must have 1 to {task.MaxStatements} statements."));
        }

        var sources = new GroundingSources(task.History, task.Facts.Select(fact => fact.Value), citable);
        foreach (var (index, statement) in statements.Index())
        {
            if (Fault(statement, task, sources) is { } fault)
            {
                return Rejected(string.Create(CultureInfo.InvariantCulture, $"Statement {index + 1} {fault}."));
            }
        }

        return new([.. statements.DistinctBy(statement => statement.Text, StringComparer.OrdinalIgnoreCase)], null);
    }

    private static string? Fault(SummaryStatement statement, WritingTask task, GroundingSources sources) => statement.Text.Length switch
    {
        0 => "is empty",
        var length when length > task.MaxStatementLength => $"has more than {task.MaxStatementLength} characters",
        _ => sources.Objection(statement),
    };

    private static GroundingCheck Rejected(string objection) => new([], objection);
}
