using System.Text.RegularExpressions;

namespace FuseDeskFlows.Language.Texts;

/// <summary>What tells by its form what a sentence is: figures, quotations, and what English says in the first person.</summary>
internal static class SentenceForms
{
    public static readonly Regex Figure = Pattern(
        @"([$€£]\s?\d|\d\s?(%|€|£|eur\b|usd\b|gbp\b|dollars?\b|euros?\b)|\d:\d\d|\d[-./]\d{1,2}[-./]\d"
        + @"|\b(monday|tuesday|wednesday|thursday|friday|saturday|sunday|today|tomorrow|tonight)\b"
        + @"|\b\d{1,2}(st|nd|rd|th)?\s(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
        + @"|\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?\s\d)");

    // What "I" or "we" do, in any form of the verb.
    public static readonly Regex OwnAction = Pattern(
        @"\b(i|we)('ve| have|'ll| will|'m| am|'re| are)?\s+(just |already |now |also )?(been )?"
        + @"(reset|restart|refund|check|fix|repair|sen[dt]|escalat|creat|updat|chang|add|remov|enabl|disabl|test|ask|forward"
        + @"|open|clear|rebuil[dt]|reconnect|investigat|look|found|reproduc|appl|cancel|credit|correct|merg|restor|assign|pass"
        + @"|extend|issu|schedul|rais|replac|re-?sen[dt]|ran|run|mov|rotat|re-?(index|issu|connect|creat|run)|verif|confirm"
        + @"|adjust|switch|install|deploy|report|contact|call|spoke|left|told)(e?s|e?d|e|t|[dlnt]?ing|led|y|ied|ies|ying)?\b");

    public static readonly Regex Promise = Pattern(@"\b(i|we)('ll| will)\b");

    public static readonly Regex Quoted = Pattern("""("[^"]*"|“[^”]*”|„[^“”]*[“”]|«[^»]*»|「[^」]*」)""");

    // Linear in the length of a sentence, which is bounded: the timeout is a matter of form.
    private static Regex Pattern(string pattern) => new(
        pattern,
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        TimeSpan.FromSeconds(30));
}
