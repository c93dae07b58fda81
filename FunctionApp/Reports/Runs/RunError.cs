using System.Text.Json.Serialization;

namespace FuseDeskFlows.Reports.Runs;

/// <summary>Why a run gave no report.</summary>
public sealed record RunError
{
    /// <summary><c>run-failed</c> or <c>run-terminated</c>.</summary>
    [JsonPropertyName("type")]
    public required string Type { get; init; }

    /// <summary>What happened, for a person.</summary>
    [JsonPropertyName("detail")]
    public required string Detail { get; init; }
}
