using FuseDeskFlows.Language.Results;

namespace FuseDeskFlows.Language.Extractive;

/// <summary>Makes one text of statements that were written without a model.</summary>
internal static class ExtractiveText
{
    /// <summary>What such texts say they were written by. Stored with them, and known to clients: it does not change.</summary>
    public const string WrittenBy = "extractive";

    public static GeneratedText Join(IReadOnlyList<SummaryStatement> statements, string separator = " ") => new()
    {
        Text = string.Join(separator, statements.Select(statement => statement.Text)),
        Statements = statements,
        WrittenBy = WrittenBy,
    };
}
