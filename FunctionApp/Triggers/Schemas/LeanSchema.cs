using System.Text.Json.Nodes;

namespace FuseDeskFlows.Triggers.Schemas;

/// <summary>
/// Schemas for readers who pay for each word, as assistants do: names, types and what is required, without what people are told of them.
/// </summary>
internal static class LeanSchema
{
    private const string Properties = "properties";

    private static readonly string[] ForPeople = ["description", "pattern", "$comment"];

    /// <summary>The same schema without descriptions and patterns.</summary>
    public static JsonObject Of(JsonObject schema) => new(schema
        .Where(part => !ForPeople.Contains(part.Key, StringComparer.Ordinal))
        .Select(part => KeyValuePair.Create(part.Key, part.Key is Properties ? Fields(part.Value!.AsObject()) : Part(part.Value))));

    /// <summary>Likewise its fields alone, those of a name left out.</summary>
    public static JsonObject Fields(JsonObject properties, params IReadOnlyList<string> described) => new(properties.Select(property =>
        KeyValuePair.Create(
            property.Key,
            described.Contains(property.Key, StringComparer.Ordinal) ? property.Value!.DeepClone() : Part(property.Value))));

    /// <summary>Tells whether a schema refers to another anywhere.</summary>
    public static bool RefersTo(JsonNode? schema, string reference) => schema switch
    {
        JsonObject record => record.Any(part => part.Key is "$ref"
            ? string.Equals(part.Value!.GetValue<string>(), reference, StringComparison.Ordinal)
            : RefersTo(part.Value, reference)),
        JsonArray list => list.Any(part => RefersTo(part, reference)),
        _ => false,
    };

    private static JsonNode? Part(JsonNode? part) => part switch
    {
        JsonObject schema => Of(schema),
        JsonArray list => new JsonArray([.. list.Select(Part)]),
        _ => part?.DeepClone(),
    };
}
