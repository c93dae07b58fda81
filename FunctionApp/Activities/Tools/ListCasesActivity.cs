using FuseDeskFlows.FuseDesk;
using FuseDeskFlows.FuseDesk.Ids;
using FuseDeskFlows.Truto;
using FuseDeskFlows.Truto.Calls;
using FuseDeskFlows.Truto.Catalogue;
using FuseDeskFlows.Truto.Readers;
using FuseDeskFlows.Truto.Tools;
using Microsoft.Azure.Functions.Worker;

namespace FuseDeskFlows.Activities.Tools;

/// <summary>Searches cases.</summary>
public sealed class ListCasesActivity(TrutoClient truto)
{
    /// <summary>Reads one page.</summary>
    [Function(ToolNames.ListCases)]
    public Task<ToolOutcome<Page<CaseListItem>>> RunAsync(
        [ActivityTrigger] ToolRequest<ListCasesInput> request,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var input = request.Arguments;
        var query = new ListQuery<CaseListItem>(
            [
                ToolArguments.Contact(input.ContactId, input.CrmId),
                ToolArguments.Status(input.Status),
                ToolArguments.Opened(input.OpenedAfter, input.OpenedBefore),
            ],
            CaseReader.ParseListItem,
            item => MayBelong(input, item));
        return truto.ListAsync(ToolOperation.ListCases, query, input.Cursor, request.Caller, cancellationToken);
    }

    // What an item does not say cannot speak against it.
    private static bool MayBelong(ListCasesInput input, CaseListItem item) =>
        new ContactIdentity(input.ContactId, input.CrmId).IsNamedBy(item.ContactId, item.CrmId) is not false
        && (input.Status is null or CaseStatus.Unknown || item.Status == CaseStatus.Unknown || item.Status == input.Status)
        && !(item.OpenedAt < input.OpenedAfter)
        && !(item.OpenedAt >= input.OpenedBefore);
}
