namespace FuseDeskFlows.EmbeddedHost.Engine.Runtime;

/// <summary>The orchestrator's code does not do what its history says it did.</summary>
/// <param name="step">The number of the step.</param>
/// <param name="message">What history has, and what the code did.</param>
/// <param name="cause">What the code had failed with before it should have come to the step; null if it had not.</param>
internal sealed class NonDeterministicOrchestrationException(int step, string message, Exception? cause) : Exception(message, cause)
{
    /// <summary>The number of the step.</summary>
    public int Step => step;
}
