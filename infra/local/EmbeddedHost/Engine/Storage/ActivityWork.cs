using FuseDeskFlows.EmbeddedHost.Engine.Tracing;

namespace FuseDeskFlows.EmbeddedHost.Engine.Storage;

/// <summary>An activity that is to run.</summary>
/// <param name="InstanceId">The orchestration that called.</param>
/// <param name="ExecutionId">Its run.</param>
/// <param name="TaskId">The call's number in it.</param>
/// <param name="Name">The activity.</param>
/// <param name="Input">The input as text.</param>
internal sealed record ActivityWork(string InstanceId, string ExecutionId, int TaskId, string Name, string? Input)
{
    /// <summary>The version of the orchestration that called, or nothing.</summary>
    public string Version { get; init; } = string.Empty;

    /// <summary>The place of the orchestration that called.</summary>
    public RunTrace? Trace { get; init; }
}
