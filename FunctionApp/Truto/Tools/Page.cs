using System.Text.Json.Serialization;

namespace FuseDeskFlows.Truto.Tools;

/// <summary>One page of a list.</summary>
/// <typeparam name="T">What the list holds.</typeparam>
public sealed record Page<T>
{
    /// <summary>The items, in the order of the answer.</summary>
    [JsonPropertyName("items")]
    public IReadOnlyList<T> Items { get; init; } = [];

    /// <summary>What fetches the next page; null at the end.</summary>
    [JsonPropertyName("nextCursor")]
    public string? NextCursor { get; init; }

    /// <summary>How many items were left out because they could not be read: no object, or without an id.</summary>
    [JsonPropertyName("unreadable")]
    public int Unreadable { get; init; }
}
