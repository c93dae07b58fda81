namespace FuseDeskFlows.EmbeddedHost.Engine.Runtime;

/// <summary>The orchestrator's code does not do what its history says it did.</summary>
internal sealed class NonDeterministicOrchestrationException(string message) : Exception(message);
