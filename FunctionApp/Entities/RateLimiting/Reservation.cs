using System.Text.Json.Serialization;

namespace FuseDeskFlows.Entities.RateLimiting;

/// <summary>A turn: so many calls, from a moment on. Or none, if it would come too late for the run.</summary>
public sealed record Reservation
{
    /// <summary>When the run may go on.</summary>
    [JsonPropertyName("at")]
    public DateTimeOffset At { get; init; }

    /// <summary>How many calls it may make then; 0 if <see cref="At"/> is later than the run may wait.</summary>
    [JsonPropertyName("calls")]
    public int Calls { get; init; }

    /// <summary>The end of the window that the calls belong to.</summary>
    [JsonPropertyName("until")]
    public DateTimeOffset Until { get; init; }

    /// <summary>Until when calls that have not waited must ask.</summary>
    [JsonPropertyName("queueUntil")]
    public DateTimeOffset QueueUntil { get; init; }

    /// <summary>How many runs wait and are served before.</summary>
    [JsonPropertyName("ahead")]
    public int Ahead { get; init; }

    /// <summary>How long a run of this flow may wait in all.</summary>
    [JsonPropertyName("maxWait")]
    public TimeSpan MaxWait { get; init; }
}
