using System.Text.Json.Serialization;

namespace FuseDeskFlows.Activities.Writes;

/// <summary>The state of what a write changes, as far as it is shown, compared and read back.</summary>
public sealed record WriteTarget
{
    /// <summary>The id.</summary>
    [JsonPropertyName("id")]
    public required string Id { get; init; }

    /// <summary>The title, where it has one; customers write it.</summary>
    [JsonPropertyName("title")]
    public string? Title { get; init; }

    /// <summary>The fields that are set, by their names.</summary>
    [JsonPropertyName("fields")]
    public IReadOnlyDictionary<string, string> Fields { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Whether the text of the write is in it.</summary>
    [JsonPropertyName("hasText")]
    public bool HasText { get; init; }

    /// <summary>Whether not all of its history could be read, so that a text's not being there tells nothing.</summary>
    [JsonPropertyName("mayLackTexts")]
    public bool MayLackTexts { get; init; }
}
