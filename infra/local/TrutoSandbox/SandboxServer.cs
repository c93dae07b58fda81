using System.Net;
using FuseDeskFlows.TrutoSandbox.Http;
using FuseDeskFlows.TrutoSandbox.Stats;

namespace FuseDeskFlows.TrutoSandbox;

/// <summary>FuseDesk behind Truto's HTTP surface, on the loopback interface of this process. Disposing it stops it.</summary>
internal sealed class SandboxServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly SandboxState _state;

    private SandboxServer(WebApplication app, SandboxState state, Uri baseUrl)
    {
        _app = app;
        _state = state;
        BaseUrl = baseUrl;
    }

    /// <summary>Where it listens, for <c>Truto:BaseUrl</c>.</summary>
    public Uri BaseUrl { get; }

    /// <summary>The bearer token that it accepts.</summary>
    public string ApiToken => _state.Options.ApiToken;

    /// <summary>The integrated account that it knows.</summary>
    public string IntegratedAccountId => _state.Options.IntegratedAccountId;

    /// <summary>A snapshot of what <c>GET /__sandbox/stats</c> answers.</summary>
    public SandboxStats Stats => _state.Snapshot();

    /// <summary>Starts a sandbox.</summary>
    /// <exception cref="IOException">The port is taken.</exception>
    public static async Task<SandboxServer> StartAsync(SandboxOptions options, CancellationToken cancellationToken = default)
    {
        // The empty builder reads no environment: ASPNETCORE_URLS and the like belong to the host that we live in.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, options.Port);
        });
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(1));
        builder.Services.AddSingleton<IHostLifetime, NoopHostLifetime>();

        var web = builder.Build();
        try
        {
            var fresh = new SandboxState(options);
            if (options.Around is { } around)
            {
                web.Use(around);
            }

            web.Run(new RequestPipeline(fresh).HandleAsync);
            await web.StartAsync(cancellationToken);
            var address = web.Urls.First();
            return new SandboxServer(web, fresh, new Uri(address));
        }
        catch
        {
            await web.DisposeAsync();
            throw;
        }
    }

    /// <summary>Puts data, quota, stats, faults and remembered idempotency keys back to the start.</summary>
    public void Reset() => _state.Reset();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}
