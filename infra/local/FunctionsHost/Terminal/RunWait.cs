using System.Globalization;

namespace LocalFunctionsHost.Terminal;

/// <summary>What a run waits for.</summary>
/// <param name="Until">Until when.</param>
/// <param name="For">For what; null if it does not say.</param>
internal sealed record RunWait(DateTimeOffset Until, string? For)
{
    /// <summary>The wait for a person: until when on this machine's clock, how long that is, and for what.</summary>
    /// <param name="now">The moment.</param>
    /// <param name="zone">The zone of the person's clock.</param>
    public string Text(DateTimeOffset now, TimeZoneInfo zone)
    {
        var until = TimeZoneInfo.ConvertTime(Until, zone);
        var day = until.Date == TimeZoneInfo.ConvertTime(now, zone).Date ? "" : until.ToString("yyyy-MM-dd ", CultureInfo.InvariantCulture);
        var left = Until > now ? $" ({Left(Until - now)})" : "";
        var reason = For is null ? "" : $" for {For}";
        return string.Create(CultureInfo.InvariantCulture, $"waits until {day}{until:HH:mm:ss}{left}{reason}");
    }

    private static string Left(TimeSpan left) => left switch
    {
        { TotalDays: >= 1 } => string.Create(CultureInfo.InvariantCulture, $"{left.Days} d {left.Hours} h"),
        { TotalHours: >= 1 } => string.Create(CultureInfo.InvariantCulture, $"{left.Hours} h {left.Minutes} min"),
        { TotalMinutes: >= 1 } => string.Create(CultureInfo.InvariantCulture, $"{left.Minutes} min {left.Seconds} s"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{Math.Ceiling(left.TotalSeconds):0} s"),
    };
}
