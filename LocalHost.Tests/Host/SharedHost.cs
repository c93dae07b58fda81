namespace LocalHost.Tests.Host;

/// <summary>A host that several tests ask.</summary>
public sealed class SharedHost : IAsyncLifetime
{
    private TinyAppHost? _host;

    internal TinyAppHost Host => _host!;

    public async ValueTask InitializeAsync() => _host = await TinyAppHost.StartAsync();

    public ValueTask DisposeAsync() => _host?.DisposeAsync() ?? ValueTask.CompletedTask;
}
