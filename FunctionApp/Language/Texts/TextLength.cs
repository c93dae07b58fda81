using FuseDeskFlows.Language.Texts.Languages;

namespace FuseDeskFlows.Language.Texts;

/// <summary>How much a text says, in words, also where its script does not divide them.</summary>
internal static class TextLength
{
    // Two characters of Chinese or Japanese make a word, on the average.
    private const int CharactersOfWord = 2;

    /// <summary>The number of words, about.</summary>
    public static int Words(string text)
    {
        int spaces = 0, undivided = 0;
        foreach (var character in text)
        {
            spaces += char.IsWhiteSpace(character) ? 1 : 0;
            undivided += Scripts.IsUndivided(character) ? 1 : 0;
        }

        return spaces + 1 + (undivided / CharactersOfWord);
    }
}
