using System.Buffers;
using FuseDeskFlows.Language.Texts.Languages;

namespace FuseDeskFlows.Language.Texts.Mail.Ends;

/// <summary>Finds what devices and companies add to a message: nobody's words to its reader.</summary>
internal static class Boilerplate
{
    private const int MaxDeviceLineLength = 90;
    private const int MaxDeviceSentence = 6;
    private const int EnoughCues = 2;
    private const int EnoughBannerCues = 3;

    private static readonly ILookup<char?, WildcardPattern> DeviceLines = LanguageTables.All
        .SelectMany(table => table.Mail.DeviceLines)
        .Distinct(StringComparer.OrdinalIgnoreCase)
        .Select(form => new WildcardPattern(form))
        .ToLookup(form => form.First);

    // Longest first, so that no cue counts within another.
    private static readonly string[] Cues = LongestFirst(mail => mail.Disclaimers);
    private static readonly string[] BannerCues = LongestFirst(mail => mail.Banners);

    private static readonly SearchValues<string> AnyCue = SearchValues.Create(Cues, StringComparison.OrdinalIgnoreCase);

    private static readonly OpeningPhrases Titles = new(LanguageTables.All.SelectMany(table => table.Mail.DisclaimerTitles));

    /// <summary>True for the line of a device; a sentence of several words that only begins like one is somebody's.</summary>
    public static bool IsDeviceLine(string line)
    {
        if (line.Length is 0 or > MaxDeviceLineLength || QuestionMarks.IsAtEnd(line))
        {
            return false;
        }

        var normalised = WildcardPattern.Normalise(line.TrimEnd('.', '!', '。'));
        var isSentence = line[^1] is '.' or '!' && line.Count(char.IsWhiteSpace) >= MaxDeviceSentence;
        return normalised.Length > 0
            && DeviceLines[char.ToLowerInvariant(normalised[0])].Concat(DeviceLines[null])
                .Any(form => (!isSentence || form.IsDetailed) && form.IsMatch(normalised));
    }

    /// <summary>True for a paragraph that tells of confidentiality: by its title, or by more than one cue. A question never does.</summary>
    public static bool IsDisclaimer(string paragraph)
    {
        if (QuestionMarks.IsIn(paragraph))
        {
            return false;
        }

        var start = paragraph.AsSpan().TrimStart("*_-=> ");
        var title = Titles.LengthAtStart(start);
        var isTitled = title > 0 && start[title..].TrimStart(" *_") is [] or [':' or '\n' or '.' or '：' or '–' or '-', ..];
        return isTitled || (paragraph.AsSpan().ContainsAny(AnyCue) && CountCues(paragraph, Cues) >= EnoughCues);
    }

    /// <summary>
    /// True for the line by which a company warns its own people of a mail from outside: above an answer it was meant for them.
    /// </summary>
    public static bool IsBanner(string line) => !QuestionMarks.IsIn(line) && CountCues(line, BannerCues) >= EnoughBannerCues;

    private static string[] LongestFirst(Func<MailForms, IReadOnlyList<string>> cues) =>
    [
        .. LanguageTables.All
            .SelectMany(table => cues(table.Mail))
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .OrderByDescending(cue => cue.Length),
    ];

    private static int CountCues(string paragraph, string[] cues)
    {
        var found = new List<(int Start, int End)>();
        foreach (var cue in cues)
        {
            var at = paragraph.IndexOf(cue, StringComparison.OrdinalIgnoreCase);
            if (at >= 0 && !found.Exists(other => at < other.End && other.Start < at + cue.Length))
            {
                found.Add((at, at + cue.Length));
            }

            if (found.Count >= EnoughBannerCues)
            {
                break;
            }
        }

        return found.Count;
    }
}
