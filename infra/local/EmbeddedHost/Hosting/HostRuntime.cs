using FuseDeskFlows.EmbeddedHost.Hosting.Configuration;
using FuseDeskFlows.EmbeddedHost.Hosting.State;
using FuseDeskFlows.EmbeddedHost.Worker.Functions;

namespace FuseDeskFlows.EmbeddedHost.Hosting;

/// <summary>What the host finds out while it starts, and all its parts need.</summary>
internal sealed class HostRuntime
{
    private StateFolder? _state;
    private FunctionCatalog? _catalog;
    private string? _systemKey;

    /// <summary>host.json.</summary>
    public HostJson HostJson { get; set; } = new();

    /// <summary>The state folder.</summary>
    public StateFolder State
    {
        get => _state ?? throw NotYet();
        set => _state = value;
    }

    /// <summary>The app's functions.</summary>
    public FunctionCatalog Catalog
    {
        get => _catalog ?? throw NotYet();
        set => _catalog = value;
    }

    /// <summary>The key that the management addresses carry.</summary>
    public string SystemKey
    {
        get => _systemKey ?? throw NotYet();
        set => _systemKey = value;
    }

    /// <summary>Where the host listens, without a slash at the end; null while it does not.</summary>
    public Func<string?> BaseAddress { get; set; } = () => null;

    private static InvalidOperationException NotYet() => new("The host has not been started.");
}
