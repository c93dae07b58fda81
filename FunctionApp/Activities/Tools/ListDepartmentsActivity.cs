using FuseDeskFlows.FuseDesk;
using FuseDeskFlows.Truto;
using FuseDeskFlows.Truto.Calls;
using FuseDeskFlows.Truto.Catalogue;
using FuseDeskFlows.Truto.Readers;
using FuseDeskFlows.Truto.Tools;
using Microsoft.Azure.Functions.Worker;

namespace FuseDeskFlows.Activities.Tools;

/// <summary>Lists departments.</summary>
/// <param name="truto">What calls the tool.</param>
public sealed class ListDepartmentsActivity(TrutoClient truto)
{
    /// <summary>Reads one page.</summary>
    /// <param name="request">What to ask for.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The page, or why there is none.</returns>
    [Function(ToolNames.ListDepartments)]
    public Task<ToolOutcome<Page<Department>>> RunAsync([ActivityTrigger] ToolRequest<ListDepartmentsInput> request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var input = request.Arguments;
        var query = new ListQuery<Department>(
            [],
            PeopleReader.Department,
            Everything);
        return truto.ListAsync(ToolRoute.ListDepartments, query, input.Cursor, request.Caller, cancellationToken);
    }

    private static bool Everything(Department department) => true;
}
