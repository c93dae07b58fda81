using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace FuseDeskFlows.Activities.Runs;

/// <summary>Tells a run whether another one still lives.</summary>
public static class IsRunActiveActivity
{
    /// <summary>The activity's name, as runs' histories have it.</summary>
    public const string Name = "is_run_active";

    /// <summary>Asks the store.</summary>
    /// <returns>False if it has ended in any way, or is not known any more.</returns>
    [Function(Name)]
    public static async Task<bool> RunAsync(
        [ActivityTrigger] string runId,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(client);
        return await client.GetInstanceAsync(runId, getInputsAndOutputs: false, cancellationToken) is { IsCompleted: false };
    }
}
