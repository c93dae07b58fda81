namespace FuseDeskFlows.TrutoSandbox.Data.Model;

/// <summary>A mail that is not part of a case.</summary>
/// <param name="Id">Id, which is text.</param>
/// <param name="From">Sender's address.</param>
/// <param name="FromName">Sender's name.</param>
/// <param name="Subject">Subject.</param>
/// <param name="At">When it came.</param>
/// <param name="ContactUuid">FuseDesk's id of the sender, if she is a contact.</param>
/// <param name="CrmId">The CRM's id of the sender.</param>
/// <param name="DepartmentId">Department whose mailbox it came to.</param>
/// <param name="Body">Text.</param>
internal sealed record Email(
    string Id,
    string From,
    string FromName,
    string Subject,
    DateTimeOffset At,
    string? ContactUuid,
    int? CrmId,
    int DepartmentId,
    string Body);
