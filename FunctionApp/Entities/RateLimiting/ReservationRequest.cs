using System.Text.Json.Serialization;
using FuseDeskFlows.RateLimiting;

namespace FuseDeskFlows.Entities.RateLimiting;

/// <summary>What a run whose call was rejected asks of a <see cref="SharedRateLimiter"/>.</summary>
public sealed record ReservationRequest
{
    /// <summary>What the call was told.</summary>
    [JsonPropertyName("rejection")]
    public required RateLimitRejection Rejection { get; init; }

    /// <summary>The run's id: what it has of an earlier reservation is given back.</summary>
    [JsonPropertyName("run")]
    public string Run { get; init; } = "";

    /// <summary>How many calls it has not made of an earlier reservation whose window has begun.</summary>
    [JsonPropertyName("unspent")]
    public int Unspent { get; init; }

    /// <summary>Other runs that have ended: what is reserved for them is given back as well.</summary>
    [JsonPropertyName("ended")]
    public IReadOnlyList<string> Ended { get; init; } = [];

    /// <summary>The tool or activity that was to be called.</summary>
    [JsonPropertyName("call")]
    public string Call { get; init; } = "";

    /// <summary>The flow that was started, for settings of its own.</summary>
    [JsonPropertyName("flow")]
    public string Flow { get; init; } = "";

    /// <summary>Whether the run leaves the headroom to interactive ones.</summary>
    [JsonPropertyName("background")]
    public bool Background { get; init; }

    /// <summary>How many calls the run expects to make, from 1.</summary>
    [JsonPropertyName("permits")]
    public int Permits { get; init; } = 1;

    /// <summary>How long the run has waited for quotas before.</summary>
    [JsonPropertyName("waited")]
    public TimeSpan Waited { get; init; }

    /// <summary>How long it may wait in all, where that is less than the settings say; null if it is not.</summary>
    [JsonPropertyName("maxWait")]
    public TimeSpan? MaxWait { get; init; }
}
