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
            undivided += IsUndivided(character) ? 1 : 0;
        }

        return spaces + 1 + (undivided / CharactersOfWord);
    }

    /// <summary>Whether a character is of a script that sets no spaces between words.</summary>
    public static bool IsUndivided(char character) =>
        character is (>= '\u3040' and <= '\u30ff') or (>= '\u3400' and <= '\u9fff') or (>= '\u0e00' and <= '\u0e7f');
}
