using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace LocalFunctionsHost.Http;

/// <summary>A server with a port of its own: Kestrel and routing, and nothing else of a web application.</summary>
internal static class BareServer
{
    public static WebApplicationBuilder CreateBuilder(ILoggerFactory loggers, Action<KestrelServerOptions> configure)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(configure);
        builder.Services.AddRouting().AddSingleton(loggers).AddSingleton<IHostLifetime, NoopHostLifetime>();
        return builder;
    }
}
