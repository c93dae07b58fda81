using System.Text.Json.Serialization;

namespace FuseDeskFlows.Activities.Tools;

/// <summary>Input of the list of reps.</summary>
public sealed record ListRepsInput
{
    /// <summary>The page to read; null for the first.</summary>
    [JsonPropertyName("cursor")]
    public string? Cursor { get; init; }
}
