using Microsoft.Azure.Functions.Worker;

namespace FuseDeskFlows.Activities.Writes;

/// <summary>Finds the account's tool for a write and brings its arguments into the account's spelling. Nothing is sent.</summary>
public sealed class PlanWriteActivity(WritePlanner planner)
{
    /// <summary>The activity's name, as runs' histories have it.</summary>
    public const string Name = "plan_write";

    /// <summary>Plans the write.</summary>
    [Function(Name)]
    public Task<WritePlan> RunAsync([ActivityTrigger] PlanWriteInput input, CancellationToken cancellationToken) =>
        planner.PlanAsync(input, cancellationToken);
}
