using System.Text.Json;
using FuseDeskFlows.EmbeddedHost.Engine;
using FuseDeskFlows.EmbeddedHost.Hosting.Commands;
using FuseDeskFlows.EmbeddedHost.Http;
using FuseDeskFlows.EmbeddedHost.Management;
using FuseDeskFlows.EmbeddedHost.Queues;
using FuseDeskFlows.EmbeddedHost.Worker.Durable;
using FuseDeskFlows.EmbeddedHost.Worker.Functions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.DurableTask.Converters;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace FuseDeskFlows.EmbeddedHost.Hosting;

/// <summary>Puts the host's parts together.</summary>
internal static class HostBuilding
{
    private const long DefaultBodyLimit = 104_857_600;

    /// <summary>A builder with nothing in it but the web host.</summary>
    public static WebApplicationBuilder CreateBuilder(HostSetup setup)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions
        {
            ApplicationName = setup.FunctionTypes.Count > 0 ? setup.FunctionTypes[0].Assembly.GetName().Name : null,
            ContentRootPath = setup.OutputDirectory,
            EnvironmentName = EnvironmentName(setup),
        });
        builder.Host.UseDefaultServiceProvider(options =>
        {
            options.ValidateScopes = true;
            options.ValidateOnBuild = true;
        });
        return builder;
    }

    /// <summary>Adds the host's services.</summary>
    public static void AddServices(WebApplicationBuilder builder, HostSetup setup, HostPlan plan, MiddlewareChain middleware)
    {
        var services = builder.Services;
        services.AddOptions();
        services.AddRouting();
        services.Configure<JsonSerializerOptions>(json => json.PropertyNameCaseInsensitive = true);
        services.Configure<ConsoleLifetimeOptions>(console => console.SuppressStatusMessages = true);
        services.TryAddSingleton(setup.Time);
        services.AddSingleton(setup);
        services.AddSingleton(plan.Runtime);
        services.AddSingleton(middleware);
        services.AddSingleton<FunctionRunner>();
        services.AddSingleton<QueueProvider>();
        services.AddSingleton<QueueWriter>();
        services.AddSingleton(LocalQueueServiceClient.Create);
        services.AddSingleton<HttpFunctions>();
        services.AddSingleton<ManagementApi>();
        services.AddSingleton<DurableFunctions>();
        services.AddSingleton(CreateEngine);
        services.AddHostedService<DurableEngineService>();
        HostLogging.Add(builder, setup, plan);
        AddServer(builder, plan.Command);
        if (plan.Command is ServeCommand)
        {
            services.AddHostedService<ListenerService>();
        }

        if (!setup.ListenToSignals)
        {
            services.AddSingleton<IHostLifetime, SilentLifetime>();
        }
    }

    private static void AddServer(WebApplicationBuilder builder, HostCommand command)
    {
        if (command is not ServeCommand)
        {
            builder.Services.AddSingleton<IServer, NoServer>();
            return;
        }

        builder.WebHost.UseKestrelCore().ConfigureKestrel((context, kestrel) =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = context.Configuration.GetValue("FUNCTIONS_REQUEST_BODY_SIZE_LIMIT", DefaultBodyLimit);
        });
    }

    private static DurableEngine CreateEngine(IServiceProvider services)
    {
        var runtime = services.GetRequiredService<HostRuntime>();
        var options = new EngineOptions
        {
            DatabasePath = runtime.State.File("durable.db"),
            HubName = runtime.HostJson.HubName,
            Versions = runtime.HostJson.Versions,
            MaxConcurrentActivities = runtime.HostJson.MaxConcurrentActivities,
            MaxConcurrentOrchestrations = runtime.HostJson.MaxConcurrentOrchestrations,
            MaxConcurrentEntities = runtime.HostJson.MaxConcurrentEntities,
        };
        var converter = new JsonDataConverter(services.GetRequiredService<IOptions<JsonSerializerOptions>>().Value);
        var engine = new DurableEngine(
            options,
            services.GetRequiredService<DurableFunctions>(),
            converter,
            services.GetRequiredService<TimeProvider>(),
            services.GetRequiredService<ILoggerFactory>());
        ManagementAddress.Register(engine.Client, new ManagementAddress(runtime));
        return engine;
    }

    // Core Tools makes every local run a development run.
    private static string EnvironmentName(HostSetup setup) =>
        (setup.ReadEnvironment ? Environment.GetEnvironmentVariable("AZURE_FUNCTIONS_ENVIRONMENT") ?? Environment.GetEnvironmentVariable("DOTNET_ENVIRONMENT") : null)
        ?? Environments.Development;
}
