namespace LocalHost.Tests.Host;

/// <summary>A host that several tests ask.</summary>
public sealed class SharedHost : IAsyncLifetime
{
    private HostProcess? _host;

    internal HostProcess Host => _host!;

    public async ValueTask InitializeAsync() => _host = await HostProcess.StartAsync();

    public ValueTask DisposeAsync() => _host?.DisposeAsync() ?? ValueTask.CompletedTask;
}
