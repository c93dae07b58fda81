using System.Text.Json;
using FuseDeskFlows.Truto.Tools;

namespace FuseDeskFlows.Activities.Agent.Tools;

/// <summary>
/// What the nine tools that are offered by default do and take, in FuseDesk's own spelling: for accounts that describe their tools no
/// longer, or not all of them.
/// </summary>
internal static class BuiltInSchemas
{
    private const string Id = """{"id":{"type":"string","description":"The object's id."}}""";

    private static readonly Dictionary<string, (string Description, string Properties)> Tools = new(StringComparer.Ordinal)
    {
        [ToolNames.ListContacts] = (
            "Search contacts by name or email address.",
            """{"search":{"type":"string","description":"A name or an email address, or a part of one."}}"""),
        [ToolNames.ListCases] = (
            "List cases: ids, status, dates. Never the text of a case.",
            """
            {"contactid":{"type":"string","description":"The contact's CRM number."},
             "contactUuid":{"type":"string","description":"The contact's id."},
             "status":{"type":"string","description":"new, open (waits for the customer), closed."},
             "depid":{"type":"integer","description":"Id of the department."},
             "repid":{"type":"integer","description":"User id of the rep."},
             "date_opened":{"type":"string","description":"A JSON object with after and before, ISO dates; either may be missing."}}
            """),
        [ToolNames.GetCase] = ("Get one case with its full history.", Id),
        [ToolNames.ListChats] = (
            "List live chats and who wrote last in each. Never their messages.",
            """
            {"departmentId":{"type":"integer","description":"Id of the department."},
             "isArchived":{"type":"boolean","description":"false for active chats, true for archived ones."}}
            """),
        [ToolNames.GetChat] = ("Get one chat with all its messages.", Id),
        [ToolNames.ListEmails] = (
            "List mails that belong to no case, without their texts.",
            """{"from":{"type":"string","description":"A part of the sender's address."}}"""),
        [ToolNames.ListReps] = ("List all reps, disabled ones included (active is false).", "{}"),
        [ToolNames.GetRep] = ("Get one rep by user id.", Id),
        [ToolNames.ListDepartments] = ("List departments.", "{}"),
    };

    /// <summary>What a tool does; null if it is none of the nine.</summary>
    public static string? Description(string tool) => Tools.TryGetValue(tool, out var known) ? known.Description : null;

    /// <summary>The arguments' schemas by name; undefined if it is none of the nine.</summary>
    public static JsonElement Properties(string tool) =>
        Tools.TryGetValue(tool, out var known) ? JsonElement.Parse(known.Properties) : default;
}
