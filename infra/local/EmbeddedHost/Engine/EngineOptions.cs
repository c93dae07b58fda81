using FuseDeskFlows.EmbeddedHost.Engine.Versions;

namespace FuseDeskFlows.EmbeddedHost.Engine;

/// <summary>Where the engine keeps its data and how much it does at once.</summary>
internal sealed record EngineOptions
{
    /// <summary>The SQLite file; its folder must exist.</summary>
    public required string DatabasePath { get; init; }

    /// <summary>The task hub's name.</summary>
    public string HubName { get; init; } = "FuseDeskFlows";

    /// <summary>How many activities run at the same time.</summary>
    public int MaxConcurrentActivities { get; init; } = 10;

    /// <summary>How many orchestrations make a step at the same time; waiting ones do not count.</summary>
    public int MaxConcurrentOrchestrations { get; init; } = 10;

    /// <summary>How many entities run operations at the same time.</summary>
    public int MaxConcurrentEntities { get; init; } = 10;

    /// <summary>How many waiting orchestrations stay in memory; the others are rebuilt from their history when something arrives.</summary>
    public int MaxCachedInstances { get; init; } = 1000;

    /// <summary>The version of new orchestrations, and which versions are worked on.</summary>
    public VersionPolicy Versions { get; init; } = new();
}
