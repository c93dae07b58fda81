using System.Globalization;

namespace FuseDeskFlows.Activities.Audit;

/// <summary>The days and hours in which the timer audits.</summary>
/// <param name="days">The days; none for every day.</param>
/// <param name="hours">The hours; null for all.</param>
/// <param name="zone">Whose clock is meant.</param>
internal sealed class AuditTimes(IReadOnlySet<DayOfWeek> days, (TimeOnly From, TimeOnly To)? hours, TimeZoneInfo zone)
{
    private static readonly string[] Names = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];

    /// <param name="faults">Takes what is wrong, each fault naming its setting.</param>
    public static AuditTimes Read(AuditOptions options, ICollection<string> faults)
    {
        if (!TryDays(options.Days, out var days))
        {
            faults.Add("EscalationAudit:Days must be days such as Mon-Fri or Mon,Wed,Sat");
        }

        if (!TryHours(options.Hours, out var hours))
        {
            faults.Add("EscalationAudit:Hours must be a span such as 08:00-18:00");
        }

        if (!TimeZoneInfo.TryFindSystemTimeZoneById(options.TimeZone, out var zone))
        {
            faults.Add("EscalationAudit:TimeZone must be an IANA time zone that this machine knows, such as Europe/Berlin");
        }

        return new(days, hours, zone ?? TimeZoneInfo.Utc);
    }

    /// <summary>Tells whether an audit is wanted.</summary>
    /// <returns>Whether it lies in the days and hours; what begins in the evening belongs to that day until it ends.</returns>
    public bool Contains(DateTimeOffset moment)
    {
        var local = TimeZoneInfo.ConvertTime(moment, zone).DateTime;
        if (hours is not { } span)
        {
            return IsOn(local.DayOfWeek);
        }

        var time = TimeOnly.FromDateTime(local);
        var overMidnight = span.To <= span.From;
        var belongsToYesterday = overMidnight && time < span.To;
        return (overMidnight ? time >= span.From || time < span.To : time >= span.From && time < span.To)
            && IsOn((belongsToYesterday ? local.AddDays(-1) : local).DayOfWeek);
    }

    private bool IsOn(DayOfWeek day) => days.Count == 0 || days.Contains(day);

    private static bool TryDays(string text, out HashSet<DayOfWeek> days)
    {
        days = [];
        foreach (var part in text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var ends = part.Split('-', StringSplitOptions.TrimEntries).Select(Day).ToList();
            if (ends.Count > 2 || ends.Contains(-1))
            {
                return false;
            }

            for (var day = ends[0]; ; day = (day + 1) % Names.Length)
            {
                days.Add((DayOfWeek)day);
                if (day == ends[^1])
                {
                    break;
                }
            }
        }

        return true;
    }

    private static int Day(string name) => Array.FindIndex(Names, known => string.Equals(known, name, StringComparison.OrdinalIgnoreCase));

    private static bool TryHours(string text, out (TimeOnly From, TimeOnly To)? hours)
    {
        hours = null;
        if (string.IsNullOrWhiteSpace(text))
        {
            return true;
        }

        if (text.Split('-', StringSplitOptions.TrimEntries) is not [var first, var last]
            || !TryTime(first, out var from)
            || !TryTime(last, out var to)
            || from == to)
        {
            return false;
        }

        hours = (from, to);
        return true;
    }

    // "24:00" is how people write the end of a day.
    private static bool TryTime(string text, out TimeOnly time) =>
        TimeOnly.TryParseExact(
            text is "24:00" ? "00:00" : text, ["HH:mm", "H:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out time);
}
