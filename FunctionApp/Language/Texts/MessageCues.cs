using System.Text.RegularExpressions;

namespace FuseDeskFlows.Language.Texts;

/// <summary>Signs in a sentence of what it is for: asking, telling of trouble, telling what was done.</summary>
internal static class MessageCues
{
    public static bool IsQuestion(string sentence) => sentence.TrimEnd('"', '”', ')', '\'', '’').EndsWith('?');

    /// <summary>True if the sentence asks for something without a question mark.</summary>
    public static bool IsRequest(string sentence) => Request.IsMatch(sentence);

    public static bool TellsOfTrouble(string sentence) => Trouble.IsMatch(sentence);

    public static bool TellsOfAction(string sentence) => Action.IsMatch(sentence);

    /// <summary>True if the sentence promises something, which a reader wants to check.</summary>
    public static bool Promises(string sentence) => Promise.IsMatch(sentence);

    public static bool IsCourtesy(string sentence) => Courtesy.IsMatch(sentence);

    /// <summary>True if the sentence has a date, a time or an amount, which a summary should keep.</summary>
    public static bool HasFigure(string sentence) => Figure.IsMatch(sentence);

    private static readonly Regex Figure = Pattern(
        @"([$€£]\s?\d|\d\s?(%|€|£|eur\b|usd\b|gbp\b|dollars?\b|euros?\b)|\d:\d\d|\d[-./]\d{1,2}[-./]\d"
        + @"|\b(monday|tuesday|wednesday|thursday|friday|saturday|sunday|today|tomorrow|tonight)\b"
        + @"|\b\d{1,2}(st|nd|rd|th)?\s(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
        + @"|\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?\s\d)");

    private static readonly Regex Request = Pattern(
        @"\b(please|could you|can you|would you|will you|let me know|i('d| would) like|i need|we need|i want|we want"
        + @"|asking (you )?(for|to)|waiting for (your|an|a)|help me|help us)\b");

    private static readonly Regex Trouble = Pattern(
        @"\b(error|fail(s|ed|ing|ure)?|can('t|not)|could(n't| not)|does(n't| not)|do(n't| not)|did(n't| not)|is(n't| not)|wo(n't)"
        + @"|unable|broken|wrong|missing|lost|stuck|twice|duplicate[ds]?|still|again|crash(es|ed)?|problem|issue|charged"
        + @"|refund|cancel|slow|timeout|stopped|never|bug)\b");

    private static readonly Regex Action = Pattern(
        @"\b((i|we)('ve| have|'ll| will|'m| am|'re| are)?\s+(just |already |now |also )?(been )?"
        + @"(reset|restart|refund|check|fix|sen[dt]|escalat|creat|updat|chang|add|remov|enabl|disabl|test|ask|forward"
        + @"|open|clear|rebuil|reconnect|investigat|look|found|reproduc|appl|cancel|credit|correct|merg|restor|assign|pass"
        + @"|extend|issu|schedul|rais|replac|resen[dt]|re-?sen[dt]|ran|run|mov|rotat|re-?(index|issu|connect|creat|run)|verif|confirm"
        + @"|adjust|switch|install|deploy|report|contact|call|spoke|left|told)"
        + @"|(reset|refunded|checked|escalated|assigned|reassigned|transferred|merged|called|closed|reopened"
        + @"|changed|asked|updated|reproduced|logged|confirmed|agreed|fixed|found|restored|prepared|sent|moved|written"
        + @"|rebuilt|restarted|replayed|cancelled|corrected|credited|done|went live|handing over|handed over"
        + @"|takes over|taken over|caused by|the cause)\b)");

    private static readonly Regex Promise = Pattern(@"\b(i|we)('ll| will)\b");

    private static readonly Regex Courtesy = Pattern(
        @"^(many |thanks|thank you|cheers|you'?re welcome|no problem|hope (this|that|you)"
        + @"|i hope|have a (nice|great|good)|looking forward|please (do not hesitate|don't hesitate|feel free)"
        + @"|(i('m| am)|we('re| are)) (so |very |really )?sorry|sorry (for|about|to hear)|apologies"
        + @"|let (me|us) know if (you|there|anything)"
        + @"|best|kind regards|talk soon|(great|perfect|ok|okay|sure|yes|no)\W*$)");

    // Linear in the length of a sentence, which is bounded: the timeout is a matter of form.
    private static Regex Pattern(string pattern) => new(
        pattern,
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        TimeSpan.FromSeconds(30));
}
