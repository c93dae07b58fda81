using System.Globalization;
using FuseDeskFlows.Language.Texts.Languages;

namespace FuseDeskFlows.Language.Writing.Dates;

/// <summary>Reads the numbers of a folded text that may be a part of a date.</summary>
internal sealed class DateNumbers(string text)
{
    private const int MaxWordsBetween = 2;

    /// <summary>Whether the digit at an index goes on with a number that began before it.</summary>
    public bool IsJoined(int index) => char.IsAsciiDigit(text[index - 1])
        || (text[index - 1] is '.' or ',' or ':' && index > 1 && char.IsAsciiDigit(text[index - 2]));

    /// <summary>Reads the number that begins at an index; null if none does, or if it has more than four digits.</summary>
    public DateNumber? ReadAt(int start)
    {
        var end = start;
        while (end < text.Length && end - start <= 4 && char.IsAsciiDigit(text[end]))
        {
            end++;
        }

        return end == start || end - start > 4
            ? null
            : new(int.Parse(text.AsSpan(start, end - start), CultureInfo.InvariantCulture), start, end);
    }

    public DateNumber? ReadAfterBlank(int index) =>
        index >= text.Length ? null : ReadAt(text[index] == ' ' && index + 1 < text.Length ? index + 1 : index);

    /// <summary>The index after the sign of a unit, as in <c>2026年</c>, with or without a blank before it; 0 if there is none.</summary>
    public int EndOfUnit(int index, Func<char, bool> isUnit) =>
        index < text.Length && isUnit(text[index]) ? index + 1
        : index + 1 < text.Length && text[index] == ' ' && isUnit(text[index + 1]) ? index + 2
        : 0;

    /// <summary>The next number with nothing but what stands in dates between.</summary>
    public DateNumber? FindAfter(int index)
    {
        for (var words = 0; index < text.Length;)
        {
            if (text[index] is ' ' or '.' or ',' or '-' or '/' or '\'')
            {
                index++;
            }
            else if (char.IsAsciiDigit(text[index]))
            {
                // A number that goes on is no day: "november 13:05".
                return ReadAt(index) is { } number && (number.End >= text.Length || text[number.End] != ':') ? number : null;
            }
            else
            {
                var end = index;
                while (end < text.Length && MonthNames.IsPartOfWord(text[end]))
                {
                    end++;
                }

                if (end == index || ++words > MaxWordsBetween || !DateWords.IsBetween(text.AsSpan(index, end - index)))
                {
                    return null;
                }

                index = end;
            }
        }

        return null;
    }

    /// <summary>The number before, likewise.</summary>
    public DateNumber? FindBefore(int index)
    {
        for (var words = 0; index > 0;)
        {
            if (text[index - 1] is ' ' or '.' or ',' or '-' or '/' or '\'')
            {
                index--;
            }
            else if (char.IsAsciiDigit(text[index - 1]))
            {
                var start = index;
                while (start > 0 && index - start <= 4 && char.IsAsciiDigit(text[start - 1]))
                {
                    start--;
                }

                return start > 0 && IsJoined(start) ? null : ReadAt(start);
            }
            else
            {
                var start = index;
                while (start > 0 && MonthNames.IsPartOfWord(text[start - 1]))
                {
                    start--;
                }

                if (start == index || ++words > MaxWordsBetween || !DateWords.IsBetween(text.AsSpan(start, index - start)))
                {
                    return null;
                }

                index = start;
            }
        }

        return null;
    }
}
