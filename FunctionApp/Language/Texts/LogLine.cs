using System.Text.RegularExpressions;

namespace FuseDeskFlows.Language.Texts;

/// <summary>Tells lines of logs, code and tables from what somebody writes in words.</summary>
internal static class LogLine
{
    private const int MinLength = 16;
    private const double MinLetterShare = 0.55;

    // "2026-11-12 08:01:00", "[2026-11-12T08:01 ERROR", "[12/Nov/2026:10:00:01", "Nov 12 10:00:01", "10:00:01.123", "WARN [main]". A date
    // and a time to the minute alone may as well begin a proposal for a call.
    private static readonly Regex Beginning = new(
        @"^[\[(]?(\d{4}[-/.]\d\d?[-/.]\d\d?[T ]\d\d?:\d\d(:\d\d|Z?\]?\s+\[?[A-Z]{4,}\b)|\d\d/[A-Z][a-z]{2}/\d{4}:\d\d:\d\d"
        + @"|[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d|\d\d:\d\d:\d\d([.,]\d+|\]|\s+\[?[A-Z]{4,}\b)"
        + @"|(TRACE|DEBUG|INFO|WARN|WARNING|ERROR|FATAL)\]?:?\s+[\[(\d])",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        TimeSpan.FromSeconds(30));

    /// <summary>True if hardly anything of the line is letters, or it begins with a log's time or ends as code does.</summary>
    public static bool IsOne(string line)
    {
        var visible = line.Count(character => !char.IsWhiteSpace(character));
        return (visible >= MinLength && line.Count(char.IsLetter) < MinLetterShare * visible)
            || Beginning.IsMatch(line)
            || LooksLikeCode(line);
    }

    private static bool LooksLikeCode(string line) =>
        line is [.., ';' or '{' or '}'] && line.AsSpan().IndexOfAny("(){}=") >= 0
        || (line.StartsWith("at ", StringComparison.Ordinal) && line.Contains('(') && line.EndsWith(')'));
}
