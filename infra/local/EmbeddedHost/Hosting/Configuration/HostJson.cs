using FuseDeskFlows.EmbeddedHost.Engine.Versions;
using FuseDeskFlows.EmbeddedHost.Queues;

namespace FuseDeskFlows.EmbeddedHost.Hosting.Configuration;

/// <summary>What the host honours of host.json.</summary>
internal sealed record HostJson
{
    /// <summary>The first part of every HTTP function's path.</summary>
    public string RoutePrefix { get; init; } = "api";

    /// <summary>The durable task hub's name.</summary>
    public string HubName { get; init; } = "FuseDeskFlows";

    /// <summary>The version of new orchestrations, and which versions are worked on.</summary>
    public VersionPolicy Versions { get; init; } = new();

    /// <summary>How many activities run at once.</summary>
    public int MaxConcurrentActivities { get; init; } = 10;

    /// <summary>How many orchestrations make a step at once.</summary>
    public int MaxConcurrentOrchestrations { get; init; } = 10;

    /// <summary>How many entities work at once.</summary>
    public int MaxConcurrentEntities { get; init; } = 10;

    /// <summary>How queue triggers behave.</summary>
    public QueueOptions Queues { get; init; } = new();

    /// <summary>Log levels by category, "default" for all others.</summary>
    public IReadOnlyDictionary<string, string> LogLevels { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);
}
