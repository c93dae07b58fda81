using System.Text;

namespace FuseDeskFlows.Language.Writing.Grounding;

/// <summary>Tells signs for inches (<c>27"</c>) from quotation marks, which a folded text writes the same.</summary>
internal static class InchMarks
{
    /// <summary>Takes the signs for inches out of a text.</summary>
    /// <returns>The text with nothing but quotation marks.</returns>
    public static string Remove(string folded)
    {
        if (!folded.Contains('"', StringComparison.Ordinal))
        {
            return folded;
        }

        // No quotation begins directly after a digit. One may end there, unless that left another mark of the text without its counterpart.
        var others = 0;
        for (var index = 0; index < folded.Length; index++)
        {
            others += folded[index] == '"' && !IsAfterDigit(folded, index) ? 1 : 0;
        }

        var rest = new StringBuilder(folded.Length);
        var isOpen = false;
        for (var index = 0; index < folded.Length; index++)
        {
            var isMark = folded[index] == '"';
            var isAfterDigit = isMark && IsAfterDigit(folded, index);
            others -= isMark && !isAfterDigit ? 1 : 0;
            if (isAfterDigit && (!isOpen || others % 2 == 1))
            {
                continue;
            }

            isOpen ^= isMark;
            rest.Append(folded[index]);
        }

        return rest.ToString();
    }

    private static bool IsAfterDigit(string text, int index) => index > 0 && char.IsAsciiDigit(text[index - 1]);
}
