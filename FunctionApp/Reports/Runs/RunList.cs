using System.Text.Json.Serialization;

namespace FuseDeskFlows.Reports.Runs;

/// <summary>A page of runs.</summary>
public sealed record RunList
{
    /// <summary>The runs; a page may be shorter than asked for.</summary>
    [JsonPropertyName("runs")]
    public IReadOnlyList<RunListItem> Runs { get; init; } = [];

    /// <summary>The address of the next page; null at the end.</summary>
    [JsonPropertyName("next")]
    public string? Next { get; init; }
}
