using System.Text.RegularExpressions;

namespace FuseDeskFlows.Language.Writing.Grounding;

/// <summary>What a text claims that can be checked: addresses, links, numbers and quotations. Texts are folded.</summary>
internal static class CheckableFacts
{
    public static IEnumerable<string> Addresses(string folded) => Address.Matches(folded).Select(match => match.Value.Trim('.', '-', '\''));

    public static IEnumerable<string> Links(string folded) =>
        Link.Matches(folded).Select(match => match.Value.TrimEnd('.', ',', ';', ')', '"', '\'', '!', '?', ']', '>'));

    /// <summary>The numbers in a text, times and dates in digits among them, without leading zeros and group separators.</summary>
    public static IEnumerable<string> Numbers(string folded) => Number.Matches(folded).Select(match => Plain(match.Value));

    /// <summary>The quoted passages of a text, each without its marks; what an ellipsis cuts is told apart.</summary>
    public static IEnumerable<string> Quotations(string folded) => Quotation.Matches(folded)
        .SelectMany(match => match.Groups["text"].Value.Split(["…", "..."], StringSplitOptions.None))
        .Select(passage => passage.Trim(' ', '.', ',', ';', ':', '!', '?', '[', ']'))
        .Where(passage => passage.Length > 0);

    private static string Plain(string number) =>
        LeadingZeros.Replace(GroupSeparator.Replace(number, ""), "");

    private static readonly Regex Address = Linear("""[^\s<>"(),;:\[\]@]+@[^\s<>"(),;:\[\]@]+""");

    private static readonly Regex Link = Linear(@"([a-z][a-z0-9+-]*://|\bwww\.|\b(mailto|javascript|data|tel):)\S+");

    private static readonly Regex Number = Linear(@"[0-9]+([.,:/-][0-9]+)*");

    private static readonly Regex Quotation = Linear("\"(?<text>[^\"]*)\"");

    private static readonly Regex GroupSeparator = Pattern(@"(?<=[0-9]),(?=[0-9]{3}($|[^0-9]))", RegexOptions.None);

    private static readonly Regex LeadingZeros = Pattern(@"(?<![0-9.,])0+(?=[0-9])", RegexOptions.None);

    // Customers write the input, and it must not be able to make matching slow.
    private static Regex Linear(string pattern) => Pattern(pattern, RegexOptions.NonBacktracking);

    private static Regex Pattern(string pattern, RegexOptions options) =>
        new(pattern, options | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(30));
}
