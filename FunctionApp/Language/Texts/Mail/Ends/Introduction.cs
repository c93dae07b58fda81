using FuseDeskFlows.Language.Texts.Languages;

namespace FuseDeskFlows.Language.Texts.Mail.Ends;

/// <summary>Finds the texts that only hand on what follows them: "see below".</summary>
internal static class Introduction
{
    private const int MaxWords = 16;
    private const int MaxOtherWords = 4;

    private static readonly string[] Phrases =
        [.. LanguageTables.All.SelectMany(table => table.Mail.Introductions).Distinct(StringComparer.OrdinalIgnoreCase)];

    /// <summary>True for a short text that has such a phrase, and few words beside it.</summary>
    public static bool IsMatch(string text)
    {
        var words = CountWords(text);
        return words <= MaxWords && Array.Exists(Phrases, phrase =>
            text.Contains(phrase, StringComparison.OrdinalIgnoreCase) && words - CountWords(phrase) <= MaxOtherWords);
    }

    private static int CountWords(string text) => text.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries).Length;
}
