using System.Text.Json;
using System.Text.Json.Nodes;
using FuseDeskFlows.Serialization;

namespace FuseDeskFlows.Truto.Catalogue;

/// <summary>Which of an account's tools change something. Their names are the account's own, so they are found by what they do.</summary>
internal static class WriteTools
{
    private const string Approved = " Nothing is written before a person has approved it.";

    // What FuseDesk's own words do not say, by resource and method.
    private static readonly Dictionary<string, string> Hints = new(StringComparer.OrdinalIgnoreCase)
    {
        ["cases/update"] =
            "The status is new (the team's turn), open (the customer's turn) or closed. The rep is named by her user id, must be "
            + "active and belong to the case's department: FuseDesk gives the case to a random rep of the department otherwise.",
        ["cases/addnote"] = "Only the team sees a note.",
        ["cases/reply"] = "The mail goes to the customer at once and cannot be taken back.",
        ["cases/create"] =
            "The rep is named by her user id, must be active and belong to the department: FuseDesk chooses a random one otherwise.",
        ["chats/close"] = "This cannot be undone.",
    };

    /// <summary>The tools that change something, each with one schema for all of its arguments.</summary>
    public static IReadOnlyList<WriteTool> Offered(ToolSet tools) =>
        [.. All(tools).Select(tool => new WriteTool(tool.Name, Describe(tool), Schema(tool)))];

    /// <summary>Finds a tool by its name, or as <c>resource/method</c>, since the names of methods of its own differ by account.</summary>
    /// <returns>The tool; null if the account has none of that name that changes something.</returns>
    public static ToolDefinition? Find(ToolSet tools, string name)
    {
        var writes = All(tools).ToList();
        return writes.Find(tool => string.Equals(tool.Name, name, StringComparison.Ordinal))
            ?? writes.Find(tool => string.Equals(tool.Name, name, StringComparison.OrdinalIgnoreCase))
            ?? writes.Find(tool => string.Equals(Key(tool), name, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Tells whether the account has a tool of this name that only reads.</summary>
    public static bool IsRead(ToolSet tools, string name) =>
        tools.Tools?.Any(tool => !Writes(tool) && string.Equals(tool.Name, name, StringComparison.OrdinalIgnoreCase)) is true;

    /// <summary>Resource and method, by which a tool's meaning is known.</summary>
    public static string Key(ToolDefinition tool) => $"{tool.Resource}/{tool.Method}";

    private static IEnumerable<ToolDefinition> All(ToolSet tools) => (tools.Tools ?? BuiltInWrites.All).Where(Writes);

    private static bool Writes(ToolDefinition tool) => tool.Method.ToUpperInvariant() is not ("LIST" or "GET");

    private static string Describe(ToolDefinition tool)
    {
        var own = tool.Description is { } text ? $"{text.TrimEnd('.', ' ')}. " : $"{tool.Method} of {tool.Resource}. ";
        return (own + Hints.GetValueOrDefault(Key(tool), "")).TrimEnd() + Approved;
    }

    private static string Schema(ToolDefinition tool)
    {
        var properties = new JsonObject();
        foreach (var property in Properties(tool.QuerySchema).Concat(Properties(tool.BodySchema)))
        {
            properties[property.Name] = JsonNode.Parse(property.Value.GetRawText());
        }

        var schema = new JsonObject { ["type"] = "object", ["properties"] = properties };
        if (tool.Required.Count > 0)
        {
            schema["required"] = new JsonArray([.. tool.Required.Select(name => JsonValue.Create(name))]);
        }

        return schema.ToJsonString();
    }

    private static JsonElement.ObjectEnumerator Properties(JsonElement schema) =>
        new JsonFields(schema).Element("properties") is { ValueKind: JsonValueKind.Object } properties ? properties.EnumerateObject()
            : default;
}
