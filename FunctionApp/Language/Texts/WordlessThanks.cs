using System.Text;

namespace FuseDeskFlows.Language.Texts;

/// <summary>The signs that thank without words: a thumb, a heart, a smile, stars.</summary>
internal static class WordlessThanks
{
    private const int MaxLength = 40;

    private static readonly HashSet<Rune> Signs =
    [
        .. "👍👌🙏❤♥💙💚💛🧡💜🖤🤍💖💕💯🎉🙌😊🙂😀😃😄😁😍🥰🤗👏✅✔☺😉😎🤩🫶💪⭐🌟★☆".EnumerateRunes(),
    ];

    private static readonly string[] Faces = [":)", ":-)", ";)", ";-)", ":D", ":-D", "=)", "^^", "<3"];

    /// <summary>True if a text is nothing else.</summary>
    public static bool IsOnly(string text)
    {
        var signs = text.Trim();
        return signs.Length is > 0 and <= MaxLength
            && (Faces.Contains(signs, StringComparer.Ordinal) || signs.EnumerateRunes().All(rune => Signs.Contains(rune) || IsJoiner(rune)))
            && !signs.EnumerateRunes().All(IsJoiner);
    }

    // Blanks, the sign that makes a picture of a character, and the colours of skins.
    private static bool IsJoiner(Rune rune) =>
        Rune.IsWhiteSpace(rune) || rune.Value is 0x200D or 0xFE0F or (>= 0x1F3FB and <= 0x1F3FF);
}
