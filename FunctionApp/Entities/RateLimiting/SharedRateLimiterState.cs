using System.Text.Json.Serialization;

namespace FuseDeskFlows.Entities.RateLimiting;

/// <summary>
/// For each window from the present one on, how many calls are reserved and for how many runs: three small numbers a window, however many
/// runs wait. <see cref="ReservationWindows"/> reads and makes it.
/// </summary>
public sealed record SharedRateLimiterState
{
    /// <summary>When the first window in the lists opens, or opened.</summary>
    [JsonPropertyName("firstWindowStartsAt")]
    public DateTimeOffset FirstWindowStartsAt { get; init; }

    /// <summary>Calls in a window; 0 until the first run reserves.</summary>
    [JsonPropertyName("limit")]
    public int Limit { get; init; }

    /// <summary>The length of a window; nothing until the first run reserves.</summary>
    [JsonPropertyName("windowLength")]
    public TimeSpan WindowLength { get; init; }

    /// <summary>How often in a row nobody could tell when the window ends.</summary>
    [JsonPropertyName("unknownResets")]
    public int UnknownResets { get; init; }

    /// <summary>Calls reserved for background runs, by window.</summary>
    [JsonPropertyName("backgroundPermits")]
    public IReadOnlyList<int> BackgroundPermits { get; init; } = [];

    /// <summary>Calls reserved for interactive runs, by window.</summary>
    [JsonPropertyName("interactivePermits")]
    public IReadOnlyList<int> InteractivePermits { get; init; } = [];

    /// <summary>Runs that calls are reserved for, by window.</summary>
    [JsonPropertyName("waiters")]
    public IReadOnlyList<int> Waiters { get; init; } = [];
}
