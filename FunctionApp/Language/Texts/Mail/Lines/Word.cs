using System.Runtime.InteropServices;
using FuseDeskFlows.Language.Texts.Languages;

namespace FuseDeskFlows.Language.Texts.Mail.Lines;

/// <summary>
/// A word of a text, folded: as two mail programs would both show it, whatever they do to case, blanks, marks and line ends.
/// </summary>
/// <param name="Hash">Of its letters in lower case.</param>
/// <param name="Start">Where it begins in the text.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Weight">How much it says: 2, or 1 for one character of a script without blanks.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Word(uint Hash, int Start, int End, int Weight)
{
    private const uint Basis = 2166136261;
    private const uint Prime = 16777619;

    public static List<Word> ReadAll(string text)
    {
        var words = new List<Word>((text.Length / 6) + 1);
        for (var index = 0; index < text.Length;)
        {
            if (!char.IsLetterOrDigit(text[index]))
            {
                index++;
                continue;
            }

            var start = index;
            var hash = Fold(Basis, text[index++]);
            if (Scripts.IsUndivided(text[start]))
            {
                words.Add(new(hash, start, index, 1));
                continue;
            }

            while (index < text.Length && char.IsLetterOrDigit(text[index]) && !Scripts.IsUndivided(text[index]))
            {
                hash = Fold(hash, text[index++]);
            }

            words.Add(new(hash, start, index, 2));
        }

        return words;
    }

    private static uint Fold(uint hash, char letter) => unchecked((hash ^ char.ToLowerInvariant(letter)) * Prime);
}
