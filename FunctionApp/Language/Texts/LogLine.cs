using System.Buffers;

namespace FuseDeskFlows.Language.Texts;

/// <summary>Tells lines of logs, code and tables from what somebody writes in words.</summary>
internal static class LogLine
{
    private const int MinLength = 16;
    private const int TimeLength = 12;
    private const double MinLetterShare = 0.55;

    private static readonly SearchValues<char> OfTimes = SearchValues.Create("0123456789-/.:,TZ ");

    /// <summary>True if hardly anything of the line is letters, or it begins with a log's time or ends as code does.</summary>
    public static bool IsOne(string line)
    {
        var visible = line.Count(character => !char.IsWhiteSpace(character));
        return (visible >= MinLength && line.Count(char.IsLetter) < MinLetterShare * visible)
            || BeginsWithTime(line)
            || LooksLikeCode(line);
    }

    // "2026-11-12 08:01", "[12/Nov/2026:10:00", "10:00:01.123".
    private static bool BeginsWithTime(string line)
    {
        var start = line.TrimStart('[', '(');
        return start.Length >= TimeLength && char.IsAsciiDigit(start[0])
            && start.AsSpan(0, TimeLength).Count(':') > 0
            && !start.AsSpan(0, TimeLength).ContainsAnyExcept(OfTimes);
    }

    private static bool LooksLikeCode(string line) =>
        line is [.., ';' or '{' or '}'] && line.AsSpan().IndexOfAny("(){}=") >= 0
        || (line.StartsWith("at ", StringComparison.Ordinal) && line.Contains('(') && line.EndsWith(')'));
}
