namespace DurableSqlite;

/// <summary>How a task hub in a SQLite file works.</summary>
public sealed class SqliteOrchestrationServiceSettings
{
    /// <summary>The file; it and its folder are created where they are missing. A task hub has a file of its own.</summary>
    public required string Path { get; init; }
    /// <summary>How many orchestrations run their code at once.</summary>
    public int MaxConcurrentOrchestrations { get; init; } = DefaultConcurrency;
    /// <summary>How many activities run at once.</summary>
    public int MaxConcurrentActivities { get; init; } = DefaultConcurrency;
    /// <summary>How many entities work at once.</summary>
    public int MaxConcurrentEntities { get; init; } = DefaultConcurrency;
    /// <summary>How many of its operations an entity gets at once.</summary>
    public int MaxEntityOperationBatchSize { get; init; } = 500;
    /// <summary>How many idle instances keep their history, and with extended sessions their running code, in memory.</summary>
    public int KeptInstances { get; init; } = 500;
    /// <summary>Goes on with an orchestration's running code from episode to episode: a step costs no replay of its history.</summary>
    public bool ExtendedSessions { get; init; }
    /// <summary>How long finished instances are kept; null: until they are purged.</summary>
    public TimeSpan? Retention { get; init; }
    /// <summary>The clock of orchestrations, timers and timestamps.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
    /// <summary>How long an instance is held back that was abandoned a second time in a row; it grows to five times this.</summary>
    public TimeSpan RetryDelay { get; init; } = TimeSpan.FromSeconds(1);
    internal static int DefaultConcurrency => 10 * Environment.ProcessorCount;
    /// <summary>Told when writes fail and when the file is lost.</summary>
    public SqliteStorageHealth Health { get; init; } = new();
}
