using System.Globalization;
using FuseDeskFlows.FuseDesk;

namespace FuseDeskFlows.Orchestrations.Digest;

/// <summary>Reads which cases a digest is of, the days on their own zone's clock.</summary>
internal static class DigestQueryParser
{
    /// <summary>Reads a request; "today" is the day of <paramref name="now"/>.</summary>
    public static DigestQueryResult Parse(DigestRequest request, DateTimeOffset now)
    {
        if (request is { Status: null, OpenedOn: null, OpenedFrom: null, OpenedTo: null })
        {
            return DigestQueryResult.Invalid("status", "At least one of status, openedOn, openedFrom and openedTo is needed.");
        }

        if (request.Status is { } status && !CaseStatusNames.All.ContainsKey(status))
        {
            return DigestQueryResult.Invalid("status", $"status must be one of {string.Join(", ", CaseStatusNames.All.Keys)}.");
        }

        if (request.OpenedOn is not null && (request.OpenedFrom ?? request.OpenedTo) is not null)
        {
            return DigestQueryResult.Invalid("openedOn", "openedOn excludes openedFrom and openedTo.");
        }

        var zoneName = request.TimeZone ?? "UTC";
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(zoneName, out var zone))
        {
            return DigestQueryResult.Invalid(
                "timeZone", "timeZone must be an IANA time zone that this machine knows, such as Europe/Berlin.");
        }

        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime);
        DateOnly? first = null, last = null;
        (string Field, string? Text)[] days =
            [("openedOn", request.OpenedOn), ("openedFrom", request.OpenedFrom), ("openedTo", request.OpenedTo)];
        foreach (var (field, text) in days)
        {
            var day = Day(text, today);
            if (text is not null && day is null)
            {
                return DigestQueryResult.Invalid(field, $"{field} must be today, yesterday or a date such as 2026-03-02.");
            }

            // So that neither zone nor the next day leads out of the calendar.
            if (day is { Year: < 2 or > 9989 })
            {
                return DigestQueryResult.Invalid(field, $"{field} must be of a year from 2 to 9989.");
            }

            first = field is "openedTo" ? first : day ?? first;
            last = field is "openedFrom" ? last : day ?? last;
        }

        return first > last
            ? DigestQueryResult.Invalid("openedTo", "openedTo must not lie before openedFrom.")
            : DigestQueryResult.Valid(new()
            {
                Status = request.Status,
                OpenedFrom = Start(first, zone),
                OpenedBefore = Start(last?.AddDays(1), zone),
                TimeZone = zoneName,
            });
    }

    private static DateOnly? Day(string? text, DateOnly today) => text switch
    {
        "today" => today,
        "yesterday" => today.AddDays(-1),
        _ when DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) => day,
        _ => null,
    };

    // A day begins when its clock first shows it: after a gap at midnight that is later, in an hour that comes twice it is the first time.
    private static DateTimeOffset? Start(DateOnly? day, TimeZoneInfo zone)
    {
        if (day is not { } date)
        {
            return null;
        }

        var midnight = date.ToDateTime(TimeOnly.MinValue);
        while (zone.IsInvalidTime(midnight))
        {
            midnight = midnight.AddMinutes(15);
        }

        var offset = zone.IsAmbiguousTime(midnight) ? zone.GetAmbiguousTimeOffsets(midnight).Max() : zone.GetUtcOffset(midnight);
        return new DateTimeOffset(midnight, offset).ToUniversalTime();
    }
}
