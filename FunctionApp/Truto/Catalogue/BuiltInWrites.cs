using System.Text.Json;

namespace FuseDeskFlows.Truto.Catalogue;

/// <summary>
/// The writes that serve while the account's tool list cannot be read: FuseDesk's own operations and spellings, under the resources and
/// methods by which Truto's proxy is most likely to know them.
/// </summary>
internal static class BuiltInWrites
{
    private const string Id = """ "id":{"type":"string","description":"Id of the case."} """;

    private const string Fields = """
        "status":{"type":"string"},"repid":{"type":"integer","description":"User id of the rep."},
        "depid":{"type":"integer"},"summary":{"type":"string"}
        """;

    public static IReadOnlyList<ToolDefinition> All { get; } =
    [
        Tool("update_a_fuse_desk_case_by_id", "update", "Changes status, rep, department or title of a case.", $"{Id},{Fields}", "id"),
        Tool("create_a_fuse_desk_case", "create", "Opens a case.",
            $$"""{{Fields}},"details":{"type":"string"},"openedby":{"type":"string"},"contactUuid":{"type":"string"}""",
            "depid", "summary", "details", "openedby"),
        Tool("cases/addnote", "addnote", "Adds an internal note to a case.", $$"""{{Id}},"note":{"type":"string"}""", "id", "note"),
        Tool("cases/reply", "reply", "Sends a mail to the customer of a case.", $$"""{{Id}},"body":{"type":"string"}""", "id", "body"),
        Tool("cases/tag", "tag", "Applies a tag to a case.", $$"""{{Id}},"casetagid":{"type":"integer"}""", "id", "casetagid"),
    ];

    private static ToolDefinition Tool(string name, string method, string description, string properties, params string[] required) =>
        new(name, "cases", method, new Dictionary<string, ToolArgumentSchema>(StringComparer.Ordinal))
        {
            Description = description,
            BodySchema = JsonElement.Parse("""{"type":"object","properties":{""" + properties + "}}"),
            Required = required,
        };
}
