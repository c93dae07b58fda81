using FuseDeskFlows.FuseDesk;
using FuseDeskFlows.FuseDesk.Ids;
using FuseDeskFlows.Truto;
using FuseDeskFlows.Truto.Calls;
using FuseDeskFlows.Truto.Catalogue;
using FuseDeskFlows.Truto.Readers;
using FuseDeskFlows.Truto.Tools;
using Microsoft.Azure.Functions.Worker;

namespace FuseDeskFlows.Activities.Tools;

/// <summary>Lists live chats.</summary>
public sealed class ListChatsActivity(TrutoClient truto)
{
    /// <summary>Reads one page.</summary>
    [Function(ToolNames.ListChats)]
    public Task<ToolOutcome<Page<ChatListItem>>> RunAsync(
        [ActivityTrigger] ToolRequest<ListChatsInput> request,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var input = request.Arguments;
        var query = new ListQuery<ChatListItem>(
            [
                ToolArguments.Department(input.DepartmentId),
                ToolArguments.Contact(input.ContactId, crm: null),
                ToolArguments.Archived(input.IsArchived),
            ],
            ChatReader.ParseListItem,
            item => MayBelong(input, item));
        return truto.ListAsync(ToolOperation.ListChats, query, input.Cursor, request.Caller, cancellationToken);
    }

    // What an item does not say cannot speak against it.
    private static bool MayBelong(ListChatsInput input, ChatListItem item) =>
        new ContactIdentity(input.ContactId, CrmId: null).IsNamedBy(item.ContactId, item.CrmId) is not false
        && (input.DepartmentId is null || item.DepartmentId is null || item.DepartmentId == input.DepartmentId)
        && (input.IsArchived is null || item.IsArchived == input.IsArchived);
}
