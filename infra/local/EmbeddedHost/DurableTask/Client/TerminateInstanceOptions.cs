namespace Microsoft.DurableTask.Client;

/// <summary>How an instance is ended from outside.</summary>
/// <param name="Output">The output it ends with.</param>
/// <param name="Recursive">Whether its sub-orchestrations end with it.</param>
public record TerminateInstanceOptions(object? Output = null, bool Recursive = false);
