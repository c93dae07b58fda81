using System.Text.Json.Serialization;

namespace FuseDeskFlows.Activities.Tools;

/// <summary>Input of the list of departments.</summary>
public sealed record ListDepartmentsInput
{
    /// <summary>The page to read; null for the first.</summary>
    [JsonPropertyName("cursor")]
    public string? Cursor { get; init; }
}
