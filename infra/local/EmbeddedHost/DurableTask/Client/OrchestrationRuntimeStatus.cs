namespace Microsoft.DurableTask.Client;

/// <summary>Where an orchestration stands.</summary>
public enum OrchestrationRuntimeStatus
{
    /// <summary>It has started and not ended; it may be waiting.</summary>
    Running,

    /// <summary>It ended with an output.</summary>
    Completed,

    /// <summary>Kept for compatibility; not reported.</summary>
    [Obsolete("Kept for compatibility; not reported.")]
    ContinuedAsNew,

    /// <summary>It ended with a failure.</summary>
    Failed,

    /// <summary>Kept for compatibility; not reported.</summary>
    [Obsolete("Kept for compatibility; not reported.")]
    Canceled,

    /// <summary>It was ended from outside.</summary>
    Terminated,

    /// <summary>It has not started yet.</summary>
    Pending,

    /// <summary>It is held until it is resumed.</summary>
    Suspended,
}
