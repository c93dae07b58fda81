using System.Text.RegularExpressions;
using FuseDeskFlows.Unicode;

namespace FuseDeskFlows.Language.Texts;

/// <summary>What somebody newly wrote in a message: without quoted mails, greeting, signature and disclaimer.</summary>
internal static class MessageText
{
    // A header or a closing is short; longer lines are prose and are not matched at all.
    private const int MaxMarkerLineLength = 250;
    private const int MaxSignatureLines = 12;
    private const int MinDividerLength = 10;

    // A line of so many words that ends as a sentence does is one; of many words it is one in any case.
    private const int MinWordsOfProse = 4;
    private const int ManyWords = 12;

    /// <summary>Strips a message's plain text down to what its author newly wrote.</summary>
    /// <returns>The new text; empty if nothing of it is new.</returns>
    public static string ExtractNewText(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return "";
        }

        var lines = SafeText.Clean(text).Split('\n').Select(line => line.Trim()).ToList();
        CutAt(lines, FirstQuoted(lines));
        lines.RemoveAll(line => line.StartsWith('>'));
        CutAt(lines, lines.FindIndex(line => Matches(Disclaimer, line)));
        CutAt(lines, Signature(lines));
        DropGreeting(lines);
        return string.Join('\n', lines).Trim();
    }

    private static void CutAt(List<string> lines, int index)
    {
        if (index >= 0)
        {
            lines.RemoveRange(index, lines.Count - index);
        }
    }

    private static int FirstQuoted(List<string> lines)
    {
        for (var index = 0; index < lines.Count; index++)
        {
            if (Matches(QuoteHeader, lines[index])
                || IsWrappedHeader(lines, index)
                || IsForwardedHeader(lines, index)
                || IsDivider(lines, index))
            {
                return index;
            }
        }

        return -1;
    }

    // Mail programs wrap "On Monday, ... wrote:" over two lines.
    private static bool IsWrappedHeader(List<string> lines, int index) =>
        index + 1 < lines.Count && Matches(QuoteStart, lines[index]) && Matches(QuoteHeader, lines[index] + " " + lines[index + 1]);

    // Outlook quotes with a block of From:, Sent:, To: lines.
    private static bool IsForwardedHeader(List<string> lines, int index) =>
        lines[index].StartsWith("From: ", StringComparison.OrdinalIgnoreCase)
        && lines.Skip(index + 1).Take(3).Any(line =>
            line.StartsWith("Sent: ", StringComparison.OrdinalIgnoreCase) || line.StartsWith("To: ", StringComparison.OrdinalIgnoreCase));

    // Before that block some versions draw a line. Elsewhere a line divides what one person wrote.
    private static bool IsDivider(List<string> lines, int index) =>
        lines[index].Length >= MinDividerLength && lines[index].All(character => character == '_')
        && lines.Skip(index + 1).FirstOrDefault(line => line.Length > 0) is { } next
        && (next.StartsWith("From:", StringComparison.OrdinalIgnoreCase) || next.StartsWith("Von:", StringComparison.OrdinalIgnoreCase));

    private static int Signature(List<string> lines)
    {
        var marked = lines.FindIndex(line => line is "--" or "__" or "—" || Matches(SentFrom, line));
        if (marked >= 0 && lines.Take(marked).Any(line => line.Length > 0))
        {
            return marked;
        }

        var closing = lines.FindLastIndex(line => Matches(Closing, line));
        return closing >= 0 && lines.Count - closing <= MaxSignatureLines && !lines.Skip(closing + 1).Any(IsProse) ? closing : -1;
    }

    // "Thank you!" may also begin a message. A signature has names, titles and addresses, but no sentences.
    private static bool IsProse(string line) =>
        line.Count(char.IsWhiteSpace) >= MinWordsOfProse - 1
        && (line[^1] is '.' or '?' or '!' || line.Count(char.IsWhiteSpace) >= ManyWords - 1);

    private static void DropGreeting(List<string> lines)
    {
        var first = lines.FindIndex(line => line.Length > 0);
        if (first < 0)
        {
            return;
        }

        if (Matches(GreetingLine, lines[first]))
        {
            lines.RemoveAt(first);
        }
        else
        {
            lines[first] = GreetingPrefix.Replace(lines[first], "");
        }
    }

    private static bool Matches(Regex pattern, string line) => line.Length <= MaxMarkerLineLength && pattern.IsMatch(line);

    private static readonly Regex QuoteStart = Pattern(@"^(on|am|le|el)\s.*\d");

    private static readonly Regex QuoteHeader = Pattern(
        @"^(on\s.*\d.*\swrote:|am\s.*\d.*\sschrieb.*:|le\s.*\d.*a\s.crit\s?:|el\s.*\d.*escribi.:"
        + @"|-{2,}\s*(original|forwarded) message.*|begin forwarded message:)$");

    private static readonly Regex SentFrom = Pattern(@"^(sent from (my|yahoo|outlook|mail for)\b|get outlook for\b).*");

    private static readonly Regex Closing = Pattern(
        @"^((kind|best|warm|many|with best|with kind)\s+)?(regards|wishes|thanks|thanks again|thank you|thanks in advance"
        + @"|thank you in advance|cheers|sincerely|sincerely yours|yours sincerely|yours truly|best|thx)"
        + @"\s*[,.!]*(\s*[-–]?\s*(?-i:\p{Lu})[\p{L}.'-]{0,20}){0,3}$");

    private static readonly Regex Disclaimer = Pattern(
        @"^\W*(confidentiality notice|disclaimer\b|this (e-?mail|message|communication)( and any (attachments?|files).*"
        + @"| is (confidential|intended).*| may contain.*| contains confidential.*)|please consider the environment).*");

    private static readonly Regex GreetingLine = Pattern(
        @"^(hi|hello|hey|dear|greetings|good (morning|afternoon|evening|day))"
        + @"(\s+(there|all|team|everyone|support team|[\p{L}.'-]{1,20})){0,3}\s*[,.!:–-]*$");

    private static readonly Regex GreetingPrefix = Pattern(
        @"^(hi|hello|hey|dear|good (morning|afternoon|evening))(\s+(there|all|team|everyone|[\p{L}.'-]{1,20})){0,3}\s*[,!:–]\s+");

    // Non-backtracking: customers write the input, and it must not be able to make matching slow.
    private static Regex Pattern(string pattern) => new(
        pattern,
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        TimeSpan.FromSeconds(30));
}
