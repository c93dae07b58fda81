using FuseDeskFlows.EmbeddedHost.Engine.Versions;
using Microsoft.DurableTask;

namespace FuseDeskFlows.EmbeddedHost.Engine.Runtime;

/// <summary>Failures that the engine itself reports, with Durable Functions' type names.</summary>
internal static class Failures
{
    public const string NoActivity = "ActivityTaskNotFound";
    public const string NoOrchestrator = "OrchestratorTaskNotFound";
    public const string NoEntity = "EntityTaskNotFound";

    public static TaskFailureDetails UnknownActivity(string name) => Plain(NoActivity, $"No activity named '{name}' was found.");

    public static TaskFailureDetails UnknownOrchestrator(string name) => Plain(NoOrchestrator, $"No orchestrator named '{name}' was found.");

    public static TaskFailureDetails UnknownEntity(string name) => Plain(NoEntity, $"No entity named '{name}' was found.");

    public static TaskFailureDetails WrongVersion(string version, VersionPolicy policy) => Plain(
        "VersionMismatch",
        $"Orchestration version did not comply with Worker Versioning: the run has {Shown(version)}, this host has {Shown(policy.Default)} and works on versions by {policy.Match}.");

    public static TaskFailureDetails AlreadyRunning(string id) => Plain(
        "DurableTask.Core.Exceptions.OrchestrationAlreadyExistsException", $"An orchestration instance with the id '{id}' already exists and has not ended.");

    public static TaskFailureDetails Terminated(string name, string? reason) => Plain(
        "Terminated", reason is null ? $"The sub-orchestration '{name}' was terminated." : $"The sub-orchestration '{name}' was terminated: {reason}");

    private static string Shown(string version) => version.Length == 0 ? "no version" : $"version '{version}'";

    private static TaskFailureDetails Plain(string type, string message) => new(type, message, null, null, null);
}
