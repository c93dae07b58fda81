using System.Text.Json;
using FuseDeskFlows.Serialization;

namespace FuseDeskFlows.Truto.Catalogue;

/// <summary>Reads the answer of <c>/tools</c>, whose list is under <c>result</c> or <c>results</c>: Truto's own sources disagree.</summary>
internal static class CatalogueReader
{
    /// <summary>The tools; null if the answer is not a list with at least one tool in it.</summary>
    public static IReadOnlyList<ToolDefinition>? Parse(JsonElement root)
    {
        var list = root.ValueKind == JsonValueKind.Array ? root : new JsonFields(root).Element("result", "results", "tools");
        if (list.ValueKind != JsonValueKind.Array)
        {
            return null;
        }

        var tools = list.EnumerateArray().Select(Tool).OfType<ToolDefinition>().ToList();
        return tools.Count > 0 ? tools : null;
    }

    private static ToolDefinition? Tool(JsonElement element)
    {
        var fields = new JsonFields(element);
        return fields.Text("name") is { } name && fields.Text("resource") is { } resource && fields.Text("method") is { } method
            ? new ToolDefinition(name, resource, method, Arguments(fields.Element("query_schema")))
            : null;
    }

    private static Dictionary<string, ToolArgumentSchema> Arguments(JsonElement schema)
    {
        var arguments = new Dictionary<string, ToolArgumentSchema>(StringComparer.Ordinal);
        var properties = new JsonFields(schema).Element("properties");
        if (properties.ValueKind != JsonValueKind.Object)
        {
            return arguments;
        }

        foreach (var property in properties.EnumerateObject())
        {
            arguments.TryAdd(FieldNames.Normalise(property.Name), Argument(property));
        }

        return arguments;
    }

    private static ToolArgumentSchema Argument(JsonProperty property)
    {
        var schema = new JsonFields(property.Value);
        var saysUuid = Mentions(property.Name) || Mentions(schema.Text("format")) || Mentions(schema.Text("description"));
        return new(property.Name, IsNumber(schema.Element("type")), saysUuid);
    }

    private static bool Mentions(string? text) => text?.Contains("uuid", StringComparison.OrdinalIgnoreCase) is true;

    // JSON Schema allows a list of types, such as ["integer", "null"].
    private static bool IsNumber(JsonElement type) => type.ValueKind switch
    {
        JsonValueKind.String => type.ValueEquals("integer") || type.ValueEquals("number"),
        JsonValueKind.Array => type.EnumerateArray().Any(IsNumber) && !type.EnumerateArray().Any(IsText),
        _ => false,
    };

    private static bool IsText(JsonElement type) => type.ValueKind == JsonValueKind.String && type.ValueEquals("string");
}
