namespace LocalFunctionsHost.Terminal;

/// <summary>A custom status of the form <c>{ "phase", "done", "total", "waiting": { "until", "for" } }</c>.</summary>
internal sealed record RunStatus(string Phase, double? Done = null, double? Total = null, RunStatus.Wait? Waiting = null)
{
    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>The steps: <c>3 of 7</c>; empty where they are not known.</summary>
    public string Steps => this is { Done: { } done, Total: { } total } ? $"{done:0.#} of {total:0.#}" : "";

    /// <summary>Reads a custom status; null if it is of another form.</summary>
    public static RunStatus? Read(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<RunStatus>(json, Strict);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    internal sealed record Wait(DateTimeOffset Until, string? For = null)
    {
        /// <summary>The wait for a person: until when on this machine's clock, how long that is, and for what.</summary>
        public string Text(TimeProvider time)
        {
            var (now, until) = (time.GetLocalNow(), TimeZoneInfo.ConvertTime(Until, time.LocalTimeZone));
            var day = until.Date == now.Date ? "" : $"{until:yyyy-MM-dd} ";
            var left = until > now ? $" ({Left(until - now)})" : "";
            return $"waits until {day}{until:HH:mm:ss}{left}{(For is null ? "" : $" for {For}")}";
        }

        private static string Left(TimeSpan left) => left switch
        {
            { TotalDays: >= 1 } => $"{left.Days} d {left.Hours} h",
            { TotalHours: >= 1 } => $"{left.Hours} h {left.Minutes} min",
            { TotalMinutes: >= 1 } => $"{left.Minutes} min {left.Seconds} s",
            _ => $"{Math.Ceiling(left.TotalSeconds):F0} s",
        };
    }
}
