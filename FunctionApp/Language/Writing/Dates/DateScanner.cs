using FuseDeskFlows.Language.Texts.Languages;

namespace FuseDeskFlows.Language.Writing.Dates;

/// <summary>
/// Finds dates in a folded text, in whatever language and order: <c>13. november 2026</c>, <c>nov. 13, 2026</c>, <c>13 de noviembre</c>,
/// <c>13.11.2026</c>, <c>2026年11月13日</c>. It looks at every character a bounded number of times.
/// </summary>
internal sealed class DateScanner(string text)
{
    private const int Century = 2000;

    private readonly DateNumbers _numbers = new(text);
    private readonly List<WrittenDate> _found = [];

    public static IReadOnlyList<WrittenDate> Find(string folded) => new DateScanner(folded).Scan();

    private List<WrittenDate> Scan()
    {
        var index = 0;
        while (index < text.Length)
        {
            var date = char.IsAsciiDigit(text[index]) && (index == 0 || !_numbers.IsJoined(index)) ? InNumbers(index)
                : MonthNames.IsPartOfWord(text[index]) && (index == 0 || !MonthNames.IsPartOfWord(text[index - 1])) ? InWords(index)
                : null;
            if (date is not null)
            {
                _found.Add(date);
            }

            index = date is not null && date.End > index ? date.End : index + 1;
        }

        return _found;
    }

    private WrittenDate? InWords(int start)
    {
        var end = start;
        while (end < text.Length && MonthNames.IsPartOfWord(text[end]))
        {
            end++;
        }

        var months = MonthNames.FindInAny(text.AsSpan(start, end - start));
        if (months == 0)
        {
            return null;
        }

        DateNumber? before = _numbers.FindBefore(start), after = _numbers.FindAfter(end);
        return (before, after) switch
        {
            ({ IsDay: true } day, { IsYear: true } year) => Of(day.Start, year.End, year.Value, months, day.Value),
            ({ IsYear: true } year, { IsDay: true } day) => Of(year.Start, day.End, year.Value, months, day.Value),
            ({ IsDay: true } day, _) => Of(day.Start, end, null, months, day.Value),
            (_, { IsDay: true } day) => _numbers.FindAfter(day.End) is { IsYear: true } year
                ? Of(start, year.End, year.Value, months, day.Value)
                : Of(start, day.End, null, months, day.Value),
            (_, { IsYear: true } year) => Of(start, year.End, year.Value, months, null),
            ({ IsYear: true } year, _) => Of(year.Start, end, year.Value, months, null),
            _ => null,
        };
    }

    private WrittenDate? InNumbers(int start)
    {
        var first = _numbers.ReadAt(start);
        if (first is { IsYear: true } && _numbers.EndOfUnit(first.End, DateWords.IsYearUnit) is var afterYear and > 0)
        {
            return
                _numbers.ReadAfterBlank(afterYear) is { IsMonth: true } month
                && _numbers.EndOfUnit(month.End, DateWords.IsMonthUnit) is var afterMonth and > 0
                ? WithUnits(start, first.Value, month, afterMonth)
                : null;
        }

        if (first is { IsMonth: true } && _numbers.EndOfUnit(first.End, DateWords.IsMonthUnit) is var end and > 0)
        {
            return WithUnits(start, null, first, end);
        }

        return first is null ? null : Separated(first);
    }

    private WrittenDate? WithUnits(int start, int? year, DateNumber month, int end) =>
        _numbers.ReadAfterBlank(end) is { IsDay: true } day && _numbers.EndOfUnit(day.End, DateWords.IsDayUnit) is var afterDay and > 0
            ? Of(start, afterDay, year, 1 << month.Value, day.Value)
            : year is null ? null : Of(start, end, year, 1 << month.Value, null);

    // Two or three numbers with the same mark between them.
    private WrittenDate? Separated(DateNumber one)
    {
        if (one.End >= text.Length || text[one.End] is not ('.' or '/' or '-') || _numbers.ReadAfterBlank(one.End + 1) is not { } two)
        {
            return null;
        }

        var mark = text[one.End];
        if (two.End < text.Length
            && text[two.End] == mark
            && _numbers.ReadAfterBlank(two.End + 1) is { } three
            && three.Digits is 2 or 4 or 1)
        {
            List<(int?, int, int?)> readings = [];
            Add(readings, one, two, three);
            Add(readings, three, two, one);
            Add(readings, three, one, two);
            return readings.Count > 0 ? new(one.Start, three.End, readings) : null;
        }

        // "13.11." has a full stop for each number; "13/11" may be in either order.
        var ends = two.End < text.Length ? text[two.End] : ' ';
        List<(int?, int, int?)> days = [];
        if (mark == '.' && ends == '.' && one.End + 1 == two.Start && two.End + 1 < text.Length)
        {
            AddDay(days, two, one);
        }
        else if (mark == '/' && !char.IsAsciiDigit(ends))
        {
            AddDay(days, two, one);
            AddDay(days, one, two);
        }

        return days.Count > 0 ? new(one.Start, two.End, days) : null;
    }

    private static void Add(List<(int?, int, int?)> readings, DateNumber year, DateNumber month, DateNumber day)
    {
        int? value = year.IsYear ? year.Value : year.Digits == 2 ? Century + year.Value : null;
        if (value is not null && month.IsMonth && day.IsDay)
        {
            readings.Add((value, month.Value, day.Value));
        }
    }

    private static void AddDay(List<(int?, int, int?)> days, DateNumber month, DateNumber day)
    {
        if (month.IsMonth && day.IsDay)
        {
            days.Add((null, month.Value, day.Value));
        }
    }

    private static WrittenDate Of(int start, int end, int? year, int months, int? day) =>
        new(start, end, [.. Enumerable.Range(1, 12).Where(month => (months & (1 << month)) != 0).Select(month => (year, month, day))]);
}
