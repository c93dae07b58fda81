using FuseDeskFlows.EmbeddedHost.Engine.Tracing;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace FuseDeskFlows.EmbeddedHost.Engine.Storage;

/// <summary>An orchestration as it stands, without its history.</summary>
/// <param name="Id">The instance id.</param>
/// <param name="Name">The orchestrator.</param>
/// <param name="ExecutionId">The present run of the id: another one after continue-as-new or a restart, so that late results are told apart.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="CreatedAt">When it was created.</param>
/// <param name="UpdatedAt">When it last made a step.</param>
internal sealed record InstanceRow(
    string Id, string Name, string ExecutionId, OrchestrationRuntimeStatus Status, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt)
{
    public string Version { get; init; } = string.Empty;

    public string? Input { get; init; }

    public string? Output { get; init; }

    public TaskFailureDetails? Failure { get; init; }

    public string? CustomStatus { get; init; }

    public IReadOnlyDictionary<string, string>? Tags { get; init; }

    public ParentLink? Parent { get; init; }

    /// <summary>Its place in a trace; null if it was started untraced.</summary>
    public RunTrace? Trace { get; init; }

    public bool IsEnded =>
        Status is OrchestrationRuntimeStatus.Completed or OrchestrationRuntimeStatus.Failed or OrchestrationRuntimeStatus.Terminated;

    public static string NewExecutionId() => Guid.NewGuid().ToString("N");
}
