using FuseDeskFlows.FuseDesk;
using FuseDeskFlows.Truto;
using FuseDeskFlows.Truto.Calls;
using FuseDeskFlows.Truto.Catalogue;
using FuseDeskFlows.Truto.Readers;
using FuseDeskFlows.Truto.Tools;
using Microsoft.Azure.Functions.Worker;

namespace FuseDeskFlows.Activities.Tools;

/// <summary>Lists reps, active and disabled.</summary>
public sealed class ListRepsActivity(TrutoClient truto)
{
    /// <summary>Reads one page.</summary>
    [Function(ToolNames.ListReps)]
    public Task<ToolOutcome<Page<Rep>>> RunAsync([ActivityTrigger] ToolRequest<ListRepsInput> request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var input = request.Arguments;
        var query = new ListQuery<Rep>([], PeopleReader.ParseRep);
        return truto.ListAsync(ToolOperation.ListReps, query, input.Cursor, request.Caller, cancellationToken);
    }
}
