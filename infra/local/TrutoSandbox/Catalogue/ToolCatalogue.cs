namespace FuseDeskFlows.TrutoSandbox.Catalogue;

/// <summary>Every operation of the account.</summary>
internal static class ToolCatalogue
{
    private static readonly ToolArgument Id = new("id", "id", "id", "string", "Id of the object.", Required: true);
    private static readonly ToolArgument Limit = new("limit", "limit", "limit", "integer", "Items on a page; 50 unless told, 200 at most.");
    private static readonly ToolArgument Cursor = new(
        "next_cursor", "next_cursor", "next_cursor", "string", "Cursor of the page, from the answer before.");
    private static readonly ToolArgument Contact = new(
        "contact_id", "contactId", "contactid", "string", "Id of the contact (its id); the CRM's id (its crmId) is accepted too.");
    private static readonly ToolArgument ContactUuid = new(
        "contact_uuid", "contactUuid", "contactUuid", "string", "Id of the contact (its id).");
    private static readonly ToolArgument Department = new("department_id", "departmentId", "depid", "integer", "Id of the department.");
    private static readonly ToolArgument Rep = new(
        "rep_id", "repId", "repid", "integer", "User id of the rep (its userId, not its repid).");
    private static readonly ToolArgument Status = new(
        "status", "status", "status", "string", "new, open (waiting for the customer), closed, or active for new and open.");
    private static readonly ToolArgument Summary = new("summary", "summary", "summary", "string", "Short title.");
    private static readonly ToolArgument Note = new("note", "note", "note", "string", "Text of the note.", Required: true);

    private static readonly ToolArgument[] CaseFilters =
    [
        Contact, ContactUuid, Department, Rep, Status,
        DateFilter("date_opened", "dateOpened"), DateFilter("date_closed", "dateClosed"), DateFilter("date_updated", "dateUpdated"),
        new("order_by", "orderBy", "orderby", "string", "Comma list of field and asc or desc, such as: date_opened desc."),
        Limit, Cursor,
    ];

    private static readonly ToolArgument[] ChatFilters =
    [
        new("department_id", "departmentId", "departmentId", "integer", "Id of the department."),
        new("is_archived", "isArchived", "isArchived", "boolean", "false for active chats, true for archived ones."),
        Contact, ContactUuid,
    ];

    private static readonly ToolArgument[] EmailFilters =
    [
        new("from", "from", "from", "string", "Part of the sender's address."),
        new("subject", "subject", "subject", "string", "Part of the subject."),
        Contact,
        ContactUuid,
        Limit,
        Cursor,
    ];

    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<Tool> All =
    [
        List("cases", "cases", "List cases. Returns metadata only, no message texts: get a case by id for its history.", CaseFilters),
        Get("cases", "case", "Get one case with its full history."),
        new(
            "cases",
            "create",
            "create_a_fuse_desk_case",
            "Open a case.",
            [],
            [
                Department with { Required = true },
                Summary with { Required = true },
                new("details", "details", "details", "string", "Text of the first entry.", Required: true),
                new("opened_by", "openedBy", "openedby", "string", "Name, address or phone of the customer.", Required: true),
                Rep,
                Contact,
                ContactUuid,
                Status,
            ]),
        new(
            "cases", "update",
            "update_a_fuse_desk_case_by_id",
            "Change status, rep, department or title of a case.",
            [Id],
            [Status, Rep, Department, Summary]),
        Custom(
            "cases", "addnote",
            "Add an internal note or the record of a call to a case.",
            Note,
            new("type", "type", "type", "string", "note or call."),
            Status,
            Rep),
        Custom(
            "cases", "reply",
            "Send a mail to the customer of a case. Cannot be undone.",
            new ToolArgument("body", "body", "body", "string", "Plain text of the mail.", Required: true)),
        Custom("cases", "tag", "Apply a tag to a case.", Tag()),
        Custom("cases", "untag", "Remove a tag from a case.", Tag()),
        Custom(
            "cases", "snooze",
            "Hide a case until a date.",
            new ToolArgument("until", "until", "until", "string", "ISO 8601 date and time.", Required: true)),
        List("chats", "chats", "List chats with their last message and its sender.", ChatFilters),
        Get("chats", "chat", "Get one chat with all its messages."),
        Custom("chats", "close", "Close a chat. Cannot be undone."),
        List("contacts", "contacts", "Search contacts by name or address.",
            [new("search", "search", "search", "string", "Part of a name or an address.", Required: true), Limit, Cursor]),
        Get("contacts", "contact", "Get one contact."),
        List("reps", "reps", "List all reps, disabled ones included (active is false).", []),
        Get("reps", "rep", "Get one rep by user id."),
        List("departments", "departments", "List departments.", []),
        Get("departments", "department", "Get one department."),
        List("emails", "emails", "List mails that belong to no case, without their texts.", EmailFilters),
        Get("emails", "email", "Get one mail with its text."),
        List("case_tags", "case_tags", "List case tags.", []),
        // Nobody has documented these two yet, so they are hidden unless has_description=false.
        new(
            "case_tags", "create",
            "create_a_fuse_desk_case_tag",
            string.Empty,
            [],
            [new("tagname", "tagname", "tagname", "string", "Name of the tag.", Required: true)]),
        new("case_tags", "delete", "delete_a_fuse_desk_case_tag_by_id", string.Empty, [Id], []),
    ];

    /// <summary>The tool of a resource's method, or null.</summary>
    public static Tool? Find(string resource, string method) => All.FirstOrDefault(tool =>
        string.Equals(tool.Resource, resource, StringComparison.Ordinal) && string.Equals(tool.Method, method, StringComparison.Ordinal));

    private static ToolArgument DateFilter(string snake, string camel) =>
        new(snake, camel, snake, "string", "JSON object with after and before, ISO dates; either may be missing.");

    private static ToolArgument Tag() => new("tag_id", "tagId", "casetagid", "integer", "Id of the tag.", Required: true);

    private static Tool List(string resource, string plural, string description, IReadOnlyList<ToolArgument> filters) =>
        new(resource, "list", $"list_all_fuse_desk_{plural}", description, filters, []);

    private static Tool Get(string resource, string singular, string description) =>
        new(resource, "get", $"get_single_fuse_desk_{singular}_by_id", description, [Id], []);

    private static Tool Custom(string resource, string method, string description, params ToolArgument[] body) =>
        new(resource, method, $"fuse_desk_{resource}_{method}", description, [], [Id, .. body]);
}
