using FuseDeskFlows.Events;
using FuseDeskFlows.Truto;
using FuseDeskFlows.Truto.Catalogue;
using FuseDeskFlows.Truto.Tools;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Options;

namespace FuseDeskFlows.Activities.Writes;

/// <summary>Reads the state of what a write changes.</summary>
public sealed class ReadWriteTargetActivity(TrutoClient truto, IOptions<CaseEventOptions> events)
{
    /// <summary>The activity's name, as runs' histories have it.</summary>
    public const string Name = "read_write_target";

    /// <summary>Reads it.</summary>
    [Function(Name)]
    public Task<ToolOutcome<WriteTarget>> RunAsync([ActivityTrigger] ToolRequest<ReadTargetInput> request,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var input = request.Arguments;
        var isCase = string.Equals(input.Resource, "cases", StringComparison.OrdinalIgnoreCase);
        return truto.GetAsync(
            new ToolOperation(isCase ? ToolNames.GetCase : Name, input.Resource, "get"),
            input.Id,
            (element, isPartial) => isCase
                ? TargetReader.ReadCase(element, isPartial, input.Token, events.Value.Marker)
                : TargetReader.ReadOther(element, isPartial, input.Id),
            target => target.Id,
            request.Caller,
            cancellationToken);
    }
}
