using System.Text.Json;
using System.Text.Json.Nodes;
using FuseDeskFlows.Activities.Agent.Results;
using FuseDeskFlows.Truto.Catalogue;

namespace FuseDeskFlows.Activities.Agent.Tools;

/// <summary>Makes one schema of what an account says of a tool's arguments in query and body.</summary>
internal static class ToolSchema
{
    /// <summary>The argument that names an object.</summary>
    public const string Id = "id";

    // How many entries a page has is the app's to decide.
    private const string Limit = "limit";

    /// <summary>The schema of an object, which takes no other arguments.</summary>
    public static JsonElement Of(ToolDefinition tool, JsonElement builtIn)
    {
        var properties = new JsonObject();
        AddProperties(properties, tool.QuerySchema);
        AddProperties(properties, tool.BodySchema);
        if (properties.Count == 0 && builtIn.ValueKind == JsonValueKind.Object)
        {
            Add(properties, builtIn);
        }

        var required = tool.Required.Where(properties.ContainsKey).ToList();
        if (tool.Method is "list")
        {
            properties.Remove(Limit);
            properties[StoredResultNames.CursorArgument] =
                new JsonObject { ["type"] = "string", ["description"] = "The next page, as the page before names it." };
        }
        else if (tool.Method is "get")
        {
            properties.TryAdd(Id, new JsonObject { ["type"] = "string", ["description"] = "The object's id." });
            required.Add(Id);
        }

        return JsonSerializer.SerializeToElement(new JsonObject
        {
            ["type"] = "object",
            ["properties"] = properties,
            ["required"] = new JsonArray([.. required.Distinct(StringComparer.Ordinal).Select(name => JsonValue.Create(name))]),
            ["additionalProperties"] = false,
        });
    }

    private static void AddProperties(JsonObject to, JsonElement schema)
    {
        if (schema.ValueKind == JsonValueKind.Object
            && schema.TryGetProperty("properties", out var properties) && properties.ValueKind == JsonValueKind.Object)
        {
            Add(to, properties);
        }
    }

    private static void Add(JsonObject to, JsonElement properties)
    {
        foreach (var property in properties.EnumerateObject().Where(property => property.Value.ValueKind == JsonValueKind.Object))
        {
            to.TryAdd(property.Name, JsonObject.Create(property.Value.Clone()));
        }
    }
}
