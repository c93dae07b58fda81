namespace Microsoft.DurableTask.Client;

/// <summary>Adds typed states to <see cref="StartOrchestrationOptions"/>.</summary>
public static class StartOrchestrationOptionsExtensions
{
    /// <summary>Says in which states an existing instance of the same id refuses the start.</summary>
    /// <param name="options">The options.</param>
    /// <param name="dedupeStatuses">The states.</param>
    /// <returns>The options with the states.</returns>
    public static StartOrchestrationOptions WithDedupeStatuses(
        this StartOrchestrationOptions options, params OrchestrationRuntimeStatus[] dedupeStatuses)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(dedupeStatuses);
        return options with { DedupeStatuses = [.. dedupeStatuses.Select(s => s.ToString())] };
    }
}
