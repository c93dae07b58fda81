using System.Text.Json;

namespace FuseDeskFlows.Tests.Histories;

/// <summary>
/// Finds what a JSON text had and its successor has not: a property that was renamed or dropped, a value that was read as another.
/// </summary>
internal static class JsonLoss
{
    /// <summary>
    /// The first loss, in words; null if there is none. What the successor has in addition is no loss, nor is a null that is gone.
    /// </summary>
    public static string? Find(string? before, string? after) => (before, after) switch
    {
        (null, _) => null,
        (_, null) => JsonElement.Parse(before).ValueKind == JsonValueKind.Null ? null : "all of it is lost",
        _ => Find(JsonElement.Parse(before), JsonElement.Parse(after), "$"),
    };

    private static string? Find(JsonElement before, JsonElement after, string path) => (before.ValueKind, after.ValueKind) switch
    {
        (JsonValueKind.Object, JsonValueKind.Object) => before.EnumerateObject()
            .Select(property => after.TryGetProperty(property.Name, out var value) ? Find(property.Value, value, $"{path}.{property.Name}")
                : property.Value.ValueKind == JsonValueKind.Null ? null : $"{path}.{property.Name} is lost")
            .FirstOrDefault(loss => loss is not null),
        (JsonValueKind.Array, JsonValueKind.Array) => before.GetArrayLength() != after.GetArrayLength()
            ? $"{path} had {before.GetArrayLength()} items and now has {after.GetArrayLength()}"
            : before
                .EnumerateArray()
                .Zip(after.EnumerateArray())
                .Select((pair, i) => Find(pair.First, pair.Second, $"{path}[{i}]"))
                .FirstOrDefault(loss => loss is not null),
        _ => JsonElement.DeepEquals(before, after) ? null : $"{path} was {Short(before)} and is now {Short(after)}",
    };

    private static string Short(JsonElement value)
    {
        var text = value.GetRawText();
        return text.Length <= 80 ? text : text[..77] + "...";
    }
}
