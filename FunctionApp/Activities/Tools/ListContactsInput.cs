using System.Text.Json.Serialization;

namespace FuseDeskFlows.Activities.Tools;

/// <summary>Input of the contact search.</summary>
public sealed record ListContactsInput
{
    /// <summary>A name or an address, or part of one.</summary>
    [JsonPropertyName("search")]
    public required string Search { get; init; }

    /// <summary>The page to read; null for the first.</summary>
    [JsonPropertyName("cursor")]
    public string? Cursor { get; init; }
}
