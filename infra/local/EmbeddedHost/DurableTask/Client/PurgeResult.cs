namespace Microsoft.DurableTask.Client;

/// <summary>What a purge did.</summary>
public class PurgeResult
{
    /// <summary>Reports a purge.</summary>
    /// <param name="count">How many instances are gone; not negative.</param>
    public PurgeResult(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        PurgedInstanceCount = count;
    }

    /// <summary>Reports a purge.</summary>
    /// <param name="count">How many instances are gone; not negative.</param>
    /// <param name="isComplete">Whether all that matched are gone; null when unknown.</param>
    public PurgeResult(int count, bool? isComplete)
        : this(count)
    {
        IsComplete = isComplete;
    }

    /// <summary>How many instances are gone.</summary>
    public int PurgedInstanceCount { get; }

    /// <summary>Whether all that matched are gone; null when unknown.</summary>
    public bool? IsComplete { get; }
}
