namespace Microsoft.DurableTask.Entities;

/// <summary>How an entity is signalled.</summary>
public record SignalEntityOptions
{
    /// <summary>When the signal is delivered; null delivers at once.</summary>
    public DateTimeOffset? SignalTime { get; init; }

    /// <summary>Options for a signal at a moment.</summary>
    /// <param name="value">The moment.</param>
    public static implicit operator SignalEntityOptions(DateTimeOffset value) => new() { SignalTime = value };
}
