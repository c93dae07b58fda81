using FuseDeskFlows.FuseDesk;
using FuseDeskFlows.FuseDesk.Ids;
using FuseDeskFlows.Truto;
using FuseDeskFlows.Truto.Calls;
using FuseDeskFlows.Truto.Catalogue;
using FuseDeskFlows.Truto.Readers;
using FuseDeskFlows.Truto.Tools;
using Microsoft.Azure.Functions.Worker;

namespace FuseDeskFlows.Activities.Tools;

/// <summary>Lists emails that belong to no case yet.</summary>
public sealed class ListEmailsActivity(TrutoClient truto)
{
    /// <summary>Reads one page.</summary>
    [Function(ToolNames.ListEmails)]
    public Task<ToolOutcome<Page<Email>>> RunAsync(
        [ActivityTrigger] ToolRequest<ListEmailsInput> request,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var input = request.Arguments;
        var query = new ListQuery<Email>(
            [ToolArguments.From(input.From), ToolArguments.Contact(input.ContactId, crm: null)],
            EmailReader.ParseEmail,
            item => MayBelong(input, item));
        return truto.ListAsync(ToolOperation.ListEmails, query, input.Cursor, request.Caller, cancellationToken);
    }

    // What an item does not say cannot speak against it. A sender may be written with a name around the address.
    private static bool MayBelong(ListEmailsInput input, Email item) =>
        new ContactIdentity(input.ContactId, CrmId: null).IsNamedBy(item.ContactId, crm: null) is not false
        && (string.IsNullOrWhiteSpace(input.From)
            || item.From?.Contains(input.From.Trim(), StringComparison.OrdinalIgnoreCase) is not false);
}
