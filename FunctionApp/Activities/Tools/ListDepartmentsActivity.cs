using FuseDeskFlows.FuseDesk;
using FuseDeskFlows.Truto;
using FuseDeskFlows.Truto.Calls;
using FuseDeskFlows.Truto.Catalogue;
using FuseDeskFlows.Truto.Readers;
using FuseDeskFlows.Truto.Tools;
using Microsoft.Azure.Functions.Worker;

namespace FuseDeskFlows.Activities.Tools;

/// <summary>Lists departments.</summary>
public sealed class ListDepartmentsActivity(TrutoClient truto)
{
    /// <summary>Reads one page.</summary>
    [Function(ToolNames.ListDepartments)]
    public Task<ToolOutcome<Page<Department>>> RunAsync(
        [ActivityTrigger] ToolRequest<ListDepartmentsInput> request,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var input = request.Arguments;
        var query = new ListQuery<Department>([], PeopleReader.ParseDepartment);
        return truto.ListAsync(ToolOperation.ListDepartments, query, input.Cursor, request.Caller, cancellationToken);
    }
}
