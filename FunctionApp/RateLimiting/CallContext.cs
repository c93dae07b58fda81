using System.Text.Json.Serialization;

namespace FuseDeskFlows.RateLimiting;

/// <summary>On whose behalf a tool or the model is called. It decides how much of the quota the call may touch.</summary>
public sealed record CallContext
{
    /// <summary>The flow's name, for settings of its own; null where no flow calls.</summary>
    [JsonPropertyName("flow")]
    public string? Flow { get; init; }

    /// <summary>True for work that nobody watches: it leaves the headroom to interactive runs.</summary>
    [JsonPropertyName("background")]
    public bool Background { get; init; }

    /// <summary>What the run has waited for; at most one a scope.</summary>
    [JsonPropertyName("reservations")]
    public IReadOnlyList<Reservation> Reservations { get; init; } = [];
}
