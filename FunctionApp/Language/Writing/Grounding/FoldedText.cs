using System.Globalization;
using System.Text;
using FuseDeskFlows.Unicode;

namespace FuseDeskFlows.Language.Writing.Grounding;

/// <summary>
/// Text as it is compared: one line, lower case, one kind of quotation mark, dash and digit. Nothing invisible is left in it.
/// </summary>
internal static class FoldedText
{
    public static string Fold(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return "";
        }

        var folded = new StringBuilder(text.Length);
        foreach (var rune in SafeText.OneLine(text).EnumerateRunes())
        {
            folded.Append(Folded(rune));
        }

        return folded.ToString();
    }

    private static string Folded(Rune rune) => rune.Value switch
    {
        '“' or '”' or '„' or '‟' or '«' or '»' or '＂' or '″' or '「' or '」' or '『' or '』' or '‹' or '›' => "\"",
        '’' or '‘' or '‚' or '‛' or '`' or '´' or '＇' => "'",
        '–' or '—' or '‐' or '‑' or '‒' or '−' or '－' => "-",
        '＠' or '﹫' => "@",
        '：' => ":",
        '．' => ".",
        _ when Rune.GetUnicodeCategory(rune) == UnicodeCategory.DecimalDigitNumber =>
            ((int)Rune.GetNumericValue(rune)).ToString(CultureInfo.InvariantCulture),
        _ => Rune.ToLowerInvariant(rune).ToString(),
    };
}
