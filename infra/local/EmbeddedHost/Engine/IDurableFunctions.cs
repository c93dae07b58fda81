using Microsoft.DurableTask;
using Microsoft.DurableTask.Entities;

namespace FuseDeskFlows.EmbeddedHost.Engine;

/// <summary>The user's functions by name, as the engine calls them. Names are compared without regard to case.</summary>
internal interface IDurableFunctions
{
    /// <summary>Whether there is such an orchestrator.</summary>
    bool HasOrchestrator(string name);

    /// <summary>Whether there is such an activity.</summary>
    bool HasActivity(string name);

    /// <summary>Whether there is such an entity.</summary>
    bool HasEntity(string name);

    /// <summary>Runs an orchestrator; the engine serialises what it returns.</summary>
    Task<object?> RunOrchestratorAsync(string name, TaskOrchestrationContext context);

    /// <summary>Runs an activity; the engine serialises what it returns. The token is cancelled when the host cannot wait any longer.</summary>
    Task<object?> RunActivityAsync(string name, ActivityCall call, CancellationToken cancellationToken);

    /// <summary>Makes the entity's object and hands it to <paramref name="runBatch"/>, which runs the waiting operations on it.</summary>
    Task RunEntityAsync(string name, Func<ITaskEntity, Task> runBatch, CancellationToken cancellationToken);
}
