using Microsoft.DurableTask.Client;

namespace FuseDeskFlows.Activities.Runs;

/// <summary>What <see cref="IdempotentStart"/> came to.</summary>
/// <param name="Existing">The run that has the id already, with its input; null if one was started.</param>
internal readonly record struct StartResult(OrchestrationMetadata? Existing)
{
    public bool Started => Existing is null;
}
