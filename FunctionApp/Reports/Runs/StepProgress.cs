using System.Text.Json.Serialization;

namespace FuseDeskFlows.Reports.Runs;

/// <summary>How far a run is.</summary>
public sealed record StepProgress
{
    /// <summary>What it is doing.</summary>
    [JsonPropertyName("phase")]
    public required string Phase { get; init; }

    /// <summary>Steps done.</summary>
    [JsonPropertyName("done")]
    public int Done { get; init; }

    /// <summary>Steps in all; null if unknown.</summary>
    [JsonPropertyName("total")]
    public int? Total { get; init; }
}
