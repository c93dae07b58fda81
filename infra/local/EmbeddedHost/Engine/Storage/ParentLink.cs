namespace FuseDeskFlows.EmbeddedHost.Engine.Storage;

/// <summary>Whom a sub-orchestration answers to.</summary>
/// <param name="InstanceId">The parent.</param>
/// <param name="Name">The parent's orchestrator.</param>
/// <param name="ExecutionId">The run of the parent that called.</param>
/// <param name="TaskId">The call's number in it.</param>
internal sealed record ParentLink(string InstanceId, string Name, string ExecutionId, int TaskId);
