namespace FuseDeskFlows.Language.Texts.Languages;

/// <summary>Tells apart how scripts divide what is written in them into words.</summary>
internal static class Scripts
{
    /// <summary>
    /// Whether a character is of a script that is written without blanks between words, and wrapped anywhere: Thai, Lao, Burmese, Khmer,
    /// kana and ideographs.
    /// </summary>
    public static bool IsUndivided(char character) => character switch
    {
        >= '\u0E00' and <= '\u0EFF' => true,
        >= '\u1000' and <= '\u109F' => true,
        >= '\u1780' and <= '\u17FF' => true,
        >= '\u2E80' and <= '\u2FFF' => true,
        >= '\u3005' and <= '\u3007' => true,
        >= '\u3040' and <= '\u9FFF' => true,
        >= '\uF900' and <= '\uFAFF' => true,
        >= '\uFF66' and <= '\uFF9D' => true,
        _ => false,
    };

    /// <summary>
    /// Whether a word ends before such a character only at a blank or a mark: not in scripts without blanks, and not in Korean, whose
    /// particles follow a word directly.
    /// </summary>
    public static bool DividesWords(char letter) => letter is < '\u0E00' or (>= '\u0E80' and < '\u2E80');
}
