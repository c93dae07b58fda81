using FuseDeskFlows.EmbeddedHost.Hosting.Configuration;
using FuseDeskFlows.EmbeddedHost.Hosting.State;
using FuseDeskFlows.EmbeddedHost.Worker.Functions;

namespace FuseDeskFlows.EmbeddedHost.Hosting;

/// <summary>What the host finds out while it starts, and all its parts need.</summary>
internal sealed class HostRuntime
{
    private StateFolder? state;
    private FunctionCatalog? catalog;
    private string? systemKey;

    /// <summary>host.json.</summary>
    public HostJson HostJson { get; set; } = new();

    /// <summary>The state folder.</summary>
    public StateFolder State
    {
        get => state ?? throw NotYet();
        set => state = value;
    }

    /// <summary>The app's functions.</summary>
    public FunctionCatalog Catalog
    {
        get => catalog ?? throw NotYet();
        set => catalog = value;
    }

    /// <summary>The key that the management addresses carry.</summary>
    public string SystemKey
    {
        get => systemKey ?? throw NotYet();
        set => systemKey = value;
    }

    /// <summary>Where the host listens, without a slash at the end; null while it does not.</summary>
    public Func<string?> BaseAddress { get; set; } = () => null;

    private static InvalidOperationException NotYet() => new("The host has not been started.");
}
