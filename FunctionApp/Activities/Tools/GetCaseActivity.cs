using FuseDeskFlows.FuseDesk;
using FuseDeskFlows.FuseDesk.Ids;
using FuseDeskFlows.Truto;
using FuseDeskFlows.Truto.Catalogue;
using FuseDeskFlows.Truto.Tools;
using Microsoft.Azure.Functions.Worker;

namespace FuseDeskFlows.Activities.Tools;

/// <summary>Reads one case with its whole history.</summary>
public sealed class GetCaseActivity(TrutoClient truto)
{
    /// <summary>Reads one case with its whole history.</summary>
    /// <param name="request">The case's id.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    [Function(ToolNames.GetCase)]
    public Task<ToolOutcome<Case>> RunAsync([ActivityTrigger] ToolRequest<CaseId> request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return truto.GetAsync(
            ToolOperation.GetCase,
            request.Arguments.ToString(),
            ConversationReader.ReadCase, whole => whole.Id.ToString(),
            request.Caller,
            cancellationToken);
    }
}
