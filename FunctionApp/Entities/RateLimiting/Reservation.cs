using System.Text.Json.Serialization;
using FuseDeskFlows.RateLimiting;

namespace FuseDeskFlows.Entities.RateLimiting;

/// <summary>So many calls, from a moment on. Or none, if that moment is later than the run may wait.</summary>
public sealed record Reservation
{
    /// <summary>When the run may go on.</summary>
    [JsonPropertyName("startsAt")]
    public DateTimeOffset StartsAt { get; init; }

    /// <summary>How many calls it may make then; 0 if it is <see cref="TooLate"/>.</summary>
    [JsonPropertyName("permits")]
    public int Permits { get; init; }

    /// <summary>True if <see cref="StartsAt"/> is later than the run may wait: nothing was reserved.</summary>
    [JsonPropertyName("tooLate")]
    public bool TooLate { get; init; }

    /// <summary>What its calls carry.</summary>
    [JsonPropertyName("lease")]
    public required Lease Lease { get; init; }

    /// <summary>How many waiting runs are served before.</summary>
    [JsonPropertyName("waitersAhead")]
    public int WaitersAhead { get; init; }

    /// <summary>How long a run of this flow may wait in all.</summary>
    [JsonPropertyName("maxWait")]
    public TimeSpan MaxWait { get; init; }
}
