using FuseDeskFlows.FuseDesk;
using FuseDeskFlows.FuseDesk.Ids;
using FuseDeskFlows.Truto;
using FuseDeskFlows.Truto.Catalogue;
using FuseDeskFlows.Truto.Readers;
using FuseDeskFlows.Truto.Tools;
using Microsoft.Azure.Functions.Worker;

namespace FuseDeskFlows.Activities.Tools;

/// <summary>Reads one rep by her user id.</summary>
public sealed class GetRepActivity(TrutoClient truto)
{
    /// <summary>Reads one rep by her user id.</summary>
    /// <param name="request">The rep's id.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    [Function(ToolNames.GetRep)]
    public Task<ToolOutcome<Rep>> RunAsync([ActivityTrigger] ToolRequest<RepId> request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return truto.GetAsync(
            ToolOperation.GetRep,
            request.Arguments.ToString(),
            (rep, _) => PeopleReader.ParseRep(rep), rep => rep.Id.ToString(),
            request.Caller,
            cancellationToken);
    }
}
