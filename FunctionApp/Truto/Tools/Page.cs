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

    /// <summary>True if the answer names a next page, but not in a form that can be asked for.</summary>
    [JsonPropertyName("lacksCursor")]
    public bool LacksCursor { get; init; }

    /// <summary>How many entries the answer had, those that were left out included.</summary>
    [JsonPropertyName("entries")]
    public int Entries { get; init; }

    /// <summary>How many items were left out because they could not be read: no object, or without an id.</summary>
    [JsonPropertyName("unreadable")]
    public int Unreadable { get; init; }
}
