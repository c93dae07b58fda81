using System.Globalization;
using System.Text.Json;

namespace FuseDeskFlows.Serialization;

/// <summary>
/// The one reading of lists. PHP writes a list whose numbering has gaps as an object whose keys are numbers; it is meant as the list of
/// its values in the keys' order, wherever a list is due.
/// </summary>
internal static class JsonList
{
    /// <summary>Reads a list.</summary>
    /// <returns>Its items; null if the value is no list in either form. An empty object is an empty list.</returns>
    public static IReadOnlyList<JsonElement>? Read(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => [.. value.EnumerateArray()],
        JsonValueKind.Object => ReadNumbered(value),
        _ => null,
    };

    /// <summary>Reads a list whose items may be lists again, which stand for their own items, to any depth.</summary>
    /// <returns>The items that are no lists; null if the value is no list. A list without items is an item like any other.</returns>
    public static IReadOnlyList<JsonElement>? ReadFlat(JsonElement value) =>
        Read(value) is { } items ? [.. items.SelectMany(item => IsNested(item) ? ReadFlat(item)! : [item])] : null;

    private static bool IsNested(JsonElement item) => Read(item) is { Count: > 0 };

    private static JsonElement[]? ReadNumbered(JsonElement value)
    {
        var numbered = new List<(decimal Key, JsonElement Item)>();
        foreach (var property in value.EnumerateObject())
        {
            if (KeyOf(property) is not { } key)
            {
                return null;
            }

            numbered.Add((key, property.Value));
        }

        return [.. numbered.OrderBy(pair => pair.Key).Select(pair => pair.Item)];
    }

    private static decimal? KeyOf(JsonProperty property) =>
        JsonScalar.NameOf(property) is { } name
        && decimal.TryParse(name, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var key)
            ? key
            : null;
}
