using System.Text.RegularExpressions;
using FuseDeskFlows.FuseDesk;
using FuseDeskFlows.FuseDesk.Waits;
using FuseDeskFlows.Language.Results;
using FuseDeskFlows.Language.Texts;
using FuseDeskFlows.Language.Writing;
using FuseDeskFlows.Language.Writing.Grounding;
using FuseDeskFlows.Orchestrations.Lookup;

namespace FuseDeskFlows.Benchmarks.Language;

/// <summary>Compares what was written of a case with what is known of it.</summary>
internal static class CaseJudge
{
    public const string Statements = "statements that are true";
    public const string Facts = "facts that are there";
    public const string Waits = "who waits for whom";
    public const string Question = "the last question";
    public const string Length = "not too long";

    // Stands within quotation marks as an editor's note does.
    private static readonly Regex ForwardingNote = new(
        @"\[Forwarded[^\]]*\]",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        TimeSpan.FromSeconds(30));

    private const int MaxWords = 250;
    private const int MaxStatements = 8;

    /// <summary>Judges a summary and what the app's rules say of the case beside it.</summary>
    public static void Judge(KnownCase known, Case read, GeneratedText? summary, LanguageScore score)
    {
        var facts = WritingTaskFactory.For(new CaseSummaryRequest { Case = read }).Facts.Select(fact => fact.Value);
        var sources = new GroundingSources(read.History, facts, read.History.Select(item => item.Number));
        foreach (var statement in summary?.Statements ?? [])
        {
            var invented = known.False.SelectMany(Forms).Any(form => Tells(statement.Text, form));
            score.Mark(
                Statements,
                !invented && sources.FindFault(statement with { Text = ForwardingNote.Replace(statement.Text, "") }) is null,
                $"{known.Name}: {statement.Text}");
        }

        foreach (var fact in known.Facts)
        {
            score.Mark(Facts, Forms(fact).Any(form => Tells(summary?.Text, form)), $"{known.Name}: {fact}");
        }

        var (waiting, question) = (Waiting.InCase(read)?.On, CaseHistoryFacts.LastQuestion(new CaseText(read))?.Text);
        score.Mark(
            Waits,
            string.Equals(waiting?.ToString(), known.Waiting, StringComparison.OrdinalIgnoreCase),
            $"{known.Name}: {known.Waiting}, not {waiting}");
        score.Mark(
            Question,
            known.Question is null ? question is null : Forms(known.Question).Any(form => Tells(question, form)),
            $"{known.Name}: {known.Question}, not {question}");
        var words = summary?.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length ?? 0;
        score.Words.Add(words);
        score.Mark(Length, words <= MaxWords && summary?.Statements.Count <= MaxStatements, $"{known.Name}: {words} words");
    }

    private static string[] Forms(string fact) => fact.Split('|');

    private static bool Tells(string? text, string form) =>
        FoldedText.Fold(text).Contains(FoldedText.Fold(form), StringComparison.Ordinal);
}
