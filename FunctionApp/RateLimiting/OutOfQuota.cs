using System.Globalization;
using System.Text.Json.Serialization;

namespace FuseDeskFlows.RateLimiting;

/// <summary>That a quota does not come back in the time that a run may wait for it.</summary>
public sealed record OutOfQuota
{
    /// <summary>Whose quota.</summary>
    [JsonPropertyName("scope")]
    public RateLimitScope Scope { get; init; }

    /// <summary>The tool or activity that could not be called.</summary>
    [JsonPropertyName("call")]
    public required string Call { get; init; }

    /// <summary>When it could be called again.</summary>
    [JsonPropertyName("until")]
    public DateTimeOffset Until { get; init; }

    /// <summary>The flow that was started.</summary>
    [JsonPropertyName("flow")]
    public required string Flow { get; init; }

    /// <summary>How long a run of this flow waits for quotas in all.</summary>
    [JsonPropertyName("maxWait")]
    public TimeSpan MaxWait { get; init; }

    /// <summary>What happened and what to do, for a person.</summary>
    public override string ToString() =>
        $"{Call} is out of quota until {Until.UtcDateTime:u}, and a run of {Flow} waits {Text(MaxWait)} for quotas at most "
        + "(Truto:MaxQuotaWait). Start it again later.";

    private static string Text(TimeSpan wait)
    {
        var (number, unit) = wait switch
        {
            { TotalHours: >= 1 } => (wait.TotalHours, "hour"),
            { TotalMinutes: >= 1 } => (wait.TotalMinutes, "minute"),
            _ => (wait.TotalSeconds, "second"),
        };
        var text = number.ToString("0.##", CultureInfo.InvariantCulture);
        return $"{text} {unit}{(text is "1" ? "" : "s")}";
    }
}
