using System.Text.Json.Nodes;
using FuseDeskFlows.Triggers.Schemas;
using FuseDeskFlows.Triggers.Starting;

namespace FuseDeskFlows.Triggers.Mcp;

/// <summary>The schemas of tools that start a flow. An assistant pays for each word of them in every conversation.</summary>
internal static class ToolSchemas
{
    /// <summary>The arguments by which a tool starts a flow: the fields of its request that a caller may set, and a key.</summary>
    public static JsonObject OfInput(
        RecordSchemas schemas, Type type, IReadOnlyList<string> fields, IReadOnlyList<string> required)
    {
        var schema = schemas.Request(type, fields, description: null);
        schema["properties"]![RunId.Argument] = new JsonObject
        {
            ["type"] = "string",
            ["description"] = "A new text for each question: what is sent twice with it runs once.",
        };

        // The tool's own description says which fields go together.
        schema.Remove("description");
        if (required.Count > 0)
        {
            schema["required"] = new JsonArray([.. required]);
        }

        return schema;
    }

    /// <summary>
    /// The answer of a tool that starts a flow. All have the same but for the report: what the other fields mean, and have, is told once,
    /// by get_run.
    /// </summary>
    public static JsonObject OfAnswer(RecordSchemas schemas, Type report, bool proposes)
    {
        var schema = schemas.Inline(typeof(RunAnswer));
        var fields = LeanSchema.Fields(schema["properties"]!.AsObject(), "next");
        fields["progress"] = Anything();
        fields["waiting"] = Anything();
        fields["report"] = new JsonObject { ["oneOf"] = new JsonArray(new JsonObject { ["type"] = "null" }, schemas.Refer(report)) };
        if (!proposes)
        {
            fields.Remove("approvals");
        }

        schema["properties"] = fields;
        schema.Remove("description");
        return schema;

        static JsonObject Anything() => new() { ["type"] = new JsonArray("object", "null") };
    }
}
