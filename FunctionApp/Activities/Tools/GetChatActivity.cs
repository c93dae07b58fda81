using FuseDeskFlows.FuseDesk;
using FuseDeskFlows.FuseDesk.Ids;
using FuseDeskFlows.Truto;
using FuseDeskFlows.Truto.Catalogue;
using FuseDeskFlows.Truto.Tools;
using Microsoft.Azure.Functions.Worker;

namespace FuseDeskFlows.Activities.Tools;

/// <summary>Reads one live chat with its messages.</summary>
public sealed class GetChatActivity(TrutoClient truto)
{
    /// <summary>Reads one live chat with its messages.</summary>
    /// <param name="request">The chat's id.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    [Function(ToolNames.GetChat)]
    public Task<ToolOutcome<Chat>> RunAsync([ActivityTrigger] ToolRequest<ChatId> request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return truto.GetAsync(
            ToolOperation.GetChat,
            request.Arguments.ToString(),
            ConversationReader.ReadChat, chat => chat.Id.ToString(),
            request.Caller,
            cancellationToken);
    }
}
