using System.Text.Json;
using FuseDeskFlows.Serialization;

namespace FuseDeskFlows.Truto.Catalogue;

/// <summary>Reads the answer of <c>/tools</c>, whose list is under <c>result</c> or <c>results</c>: Truto's own sources disagree.</summary>
internal static class CatalogueReader
{
    /// <summary>The tools; null if the answer is not a list with at least one tool in it.</summary>
    public static ToolSet? Parse(JsonElement root)
    {
        var isBare = root.ValueKind == JsonValueKind.Array || JsonList.Read(root) is { Count: > 0 };
        var fields = new JsonFields(root);
        var list = isBare ? JsonList.Read(root) : fields.List("result", "results", "tools").Items;
        if (list is null)
        {
            return null;
        }

        var tools = list.Select(Tool).OfType<ToolDefinition>().ToList();
        var mayLack = tools.Count < list.Count || fields.Flag("is_partial_response") is true
            || fields.Element("next_cursor").ValueKind != JsonValueKind.Undefined;
        return tools.Count > 0 ? new(tools, mayLack) : null;
    }

    private static ToolDefinition? Tool(JsonElement element)
    {
        var fields = new JsonFields(element);
        return fields.Text("name") is { } name && fields.Text("resource") is { } resource && fields.Text("method") is { } method
            ? new ToolDefinition(name, resource, method, Arguments(fields.Element("query_schema")))
            {
                Description = fields.Text("description"),
                QuerySchema = Kept(fields.Element("query_schema")),
                BodySchema = Kept(fields.Element("body_schema")),
                Required = [.. fields.Words("required")],
            }
            : null;
    }

    // The catalogue outlives the answer that it was read from.
    private static JsonElement Kept(JsonElement schema) => schema.ValueKind == JsonValueKind.Object ? schema.Clone() : default;

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
            if (JsonScalar.NameOf(property) is { } name)
            {
                arguments.TryAdd(FieldNames.Normalise(name), Argument(name, property.Value));
            }
        }

        return arguments;
    }

    private static ToolArgumentSchema Argument(string name, JsonElement value)
    {
        var schema = new JsonFields(value);
        var saysUuid = Mentions(name) || Mentions(schema.Text("format")) || Mentions(schema.Text("description"));
        return new(name, IsNumber(schema.Element("type")), saysUuid);
    }

    private static bool Mentions(string? text) => text?.Contains("uuid", StringComparison.OrdinalIgnoreCase) is true;

    // JSON Schema allows a list of types, such as ["integer", "null"].
    private static bool IsNumber(JsonElement type) => type.ValueKind == JsonValueKind.String
        ? type.ValueEquals("integer") || type.ValueEquals("number")
        : JsonList.Read(type) is { } types && types.Any(IsNumber) && !types.Any(IsText);

    private static bool IsText(JsonElement type) => type.ValueKind == JsonValueKind.String && type.ValueEquals("string");
}
