using System.Text.Json.Serialization;

namespace FuseDeskFlows.Reports.Runs;

/// <summary>What a run waits for.</summary>
public sealed record PendingWait
{
    /// <summary>Until when.</summary>
    [JsonPropertyName("until")]
    public required DateTimeOffset Until { get; init; }

    /// <summary>For what, for a person: whose quota, and the tool to call then.</summary>
    [JsonPropertyName("for")]
    public required string For { get; init; }

    /// <summary>How many runs are served before this one; null if that is not known.</summary>
    [JsonPropertyName("ahead")]
    public int? Ahead { get; init; }
}
