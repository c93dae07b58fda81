using System.Text.Json.Serialization;

namespace FuseDeskFlows.Entities.RateLimiting;

/// <summary>What is reserved in one window. It is stored in few letters, since there is one for each hour that somebody waits for.</summary>
public sealed record ReservationWindow
{
    /// <summary>Calls reserved for background runs.</summary>
    [JsonPropertyName("b")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int BackgroundPermits { get; init; }

    /// <summary>Calls reserved for interactive runs.</summary>
    [JsonPropertyName("i")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int InteractivePermits { get; init; }

    /// <summary>Runs that they are reserved for.</summary>
    [JsonPropertyName("w")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int Waiters { get; init; }
}
