using System.Text.Json.Serialization;

namespace FuseDeskFlows.Reports.Writes;

/// <summary>In what a write's target differs from what it was proposed on.</summary>
public sealed record TargetDifference
{
    /// <summary>The field.</summary>
    [JsonPropertyName("field")]
    public required string Field { get; init; }

    /// <summary>How it was when the write was proposed, for a person; null where there was nothing.</summary>
    [JsonPropertyName("before")]
    public string? Before { get; init; }

    /// <summary>How it is now, for a person; null where there is nothing.</summary>
    [JsonPropertyName("now")]
    public string? Now { get; init; }
}
