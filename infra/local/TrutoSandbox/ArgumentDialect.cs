namespace FuseDeskFlows.TrutoSandbox;

/// <summary>
/// How the account's tools spell the names of their arguments. Truto's documentation rows can be edited per environment, so clients must
/// read them.
/// </summary>
internal enum ArgumentDialect
{
    /// <summary><c>contact_id</c>, <c>department_id</c>, <c>is_archived</c>.</summary>
    Snake,

    /// <summary><c>contactId</c>, <c>departmentId</c>, <c>isArchived</c>.</summary>
    Camel,

    /// <summary>
    /// FuseDesk's own, as uneven as it is: <c>contactid</c>, <c>depid</c> and <c>date_opened</c> for cases, yet <c>contactUuid</c>, and
    /// <c>departmentId</c> for chats.
    /// </summary>
    Lower,
}
