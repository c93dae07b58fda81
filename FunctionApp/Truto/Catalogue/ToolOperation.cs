using FuseDeskFlows.Truto.Tools;

namespace FuseDeskFlows.Truto.Catalogue;

/// <summary>Which operation is meant, whatever the account calls it.</summary>
/// <param name="Name">The built-in tool name.</param>
/// <param name="Resource">Truto's proxy resource.</param>
/// <param name="Method">Truto's method name, which is not an HTTP verb.</param>
internal sealed record ToolOperation(string Name, string Resource, string Method)
{
    public static readonly ToolOperation ListCases = new(ToolNames.ListCases, "cases", "list");

    public static readonly ToolOperation GetCase = new(ToolNames.GetCase, "cases", "get");

    public static readonly ToolOperation ListChats = new(ToolNames.ListChats, "chats", "list");

    public static readonly ToolOperation GetChat = new(ToolNames.GetChat, "chats", "get");

    public static readonly ToolOperation ListReps = new(ToolNames.ListReps, "reps", "list");

    public static readonly ToolOperation GetRep = new(ToolNames.GetRep, "reps", "get");

    public static readonly ToolOperation ListContacts = new(ToolNames.ListContacts, "contacts", "list");

    public static readonly ToolOperation ListDepartments = new(ToolNames.ListDepartments, "departments", "list");

    public static readonly ToolOperation ListEmails = new(ToolNames.ListEmails, "emails", "list");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<ToolOperation> All { get; } =
        [ListCases, GetCase, ListChats, GetChat, ListReps, GetRep, ListContacts, ListDepartments, ListEmails];
}
