namespace Microsoft.DurableTask.Client.Entities;

/// <summary>What a clean-up of entities removed.</summary>
public readonly record struct CleanEntityStorageResult
{
    /// <summary>How many entities without state and messages were removed.</summary>
    public int EmptyEntitiesRemoved { get; init; }

    /// <summary>How many locks of ended orchestrations were released.</summary>
    public int OrphanedLocksReleased { get; init; }

    /// <summary>Where to go on; null when all is done.</summary>
    public string? ContinuationToken { get; init; }
}
