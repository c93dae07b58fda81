using FuseDeskFlows.FuseDesk;
using FuseDeskFlows.Truto;
using FuseDeskFlows.Truto.Calls;
using FuseDeskFlows.Truto.Catalogue;
using FuseDeskFlows.Truto.Readers;
using FuseDeskFlows.Truto.Tools;
using Microsoft.Azure.Functions.Worker;

namespace FuseDeskFlows.Activities.Tools;

/// <summary>
/// Searches contacts by name or address. What FuseDesk finds is not filtered again: it also searches fields that the answer does not
/// show, such as further addresses, so that only it can tell what fits.
/// </summary>
public sealed class ListContactsActivity(TrutoClient truto)
{
    /// <summary>Reads one page.</summary>
    [Function(ToolNames.ListContacts)]
    public Task<ToolOutcome<Page<Contact>>> RunAsync(
        [ActivityTrigger] ToolRequest<ListContactsInput> request,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var input = request.Arguments;
        var query = new ListQuery<Contact>([ToolArguments.Search(input.Search)], PeopleReader.ParseContact);
        return truto.ListAsync(ToolOperation.ListContacts, query, input.Cursor, request.Caller, cancellationToken);
    }
}
