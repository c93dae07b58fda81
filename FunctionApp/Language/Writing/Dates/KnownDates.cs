using System.Text;

namespace FuseDeskFlows.Language.Writing.Dates;

/// <summary>
/// The days that a history knows. They let a text write out a day whose numbers stand nowhere in the history as such, in any form of any
/// language, without letting the same numbers pass for anything else.
/// </summary>
internal sealed class KnownDates
{
    private const int DaysOfHalfYear = 183;

    private readonly HashSet<(int? Year, int Month, int? Day)> _days = [];

    public void Add(DateTimeOffset moment) => Add(moment.UtcDateTime.Year, moment.UtcDateTime.Month, moment.UtcDateTime.Day);

    /// <summary>Adds the days that a text names; one without a year is the nearest to when it was written.</summary>
    public void AddFrom(string folded, DateTimeOffset? writtenAt)
    {
        foreach (var (year, month, day) in DateScanner.Find(folded).SelectMany(date => date.Readings))
        {
            Add(year ?? NearestYear(month, day, writtenAt), month, day);
        }
    }

    /// <summary>Takes the days out of a text and adds them.</summary>
    /// <param name="folded">A text that is trusted to know them.</param>
    public string Extract(string folded)
    {
        AddFrom(folded, writtenAt: null);
        return Remove(folded, _ => true);
    }

    /// <summary>Takes the days that are known out of a text.</summary>
    /// <returns>The rest, which has those that are not known.</returns>
    public string RemoveKnown(string folded) => Remove(folded, date => date.Readings.Any(_days.Contains));

    private static string Remove(string folded, Func<WrittenDate, bool> isRemoved)
    {
        var rest = new StringBuilder(folded.Length);
        var start = 0;
        foreach (var date in DateScanner.Find(folded).Where(isRemoved))
        {
            rest.Append(folded, start, Math.Max(0, date.Start - start)).Append(' ');
            start = date.End;
        }

        return rest.Append(folded, start, folded.Length - start).ToString();
    }

    private static int? NearestYear(int month, int? day, DateTimeOffset? writtenAt)
    {
        if (writtenAt is not { } at || day is not { } known || known > DateTime.DaysInMonth(at.UtcDateTime.Year, month))
        {
            return null;
        }

        var days = (new DateTime(at.UtcDateTime.Year, month, known, 0, 0, 0, DateTimeKind.Utc) - at.UtcDateTime).TotalDays;
        return at.UtcDateTime.Year + (days < -DaysOfHalfYear ? 1 : days > DaysOfHalfYear ? -1 : 0);
    }

    private void Add(int? year, int month, int? day) => _days.UnionWith([(year, month, day), (null, month, day), (year, month, null)]);
}
