using System.Reflection;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Azure.Functions.Worker.Invocation;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace FuseDeskFlows.Tests.Support;

/// <summary>Microsoft's worker with the app in it, as Program.cs makes it, and with what a test adds.</summary>
internal sealed class AppWorker(AppHostOptions options)
{
    private static readonly Assembly App = typeof(AppServices).Assembly;

    private IServiceProvider? _services;
    private DurableTaskClient? _client;

    /// <summary>The app's services.</summary>
    public IServiceProvider Services => _services ?? throw new InvalidOperationException("The worker has not started.");

    /// <summary>The client that the host handed to the first function that asked for one.</summary>
    public DurableTaskClient Client => _client ?? throw new InvalidOperationException("No function has been called that has a client.");

    /// <summary>Runs it until the host ends it.</summary>
    /// <param name="arguments">Where the host is, and the settings.</param>
    public async Task RunAsync(string[] arguments)
    {
        // The worker looks for what was generated for the app in the process's own assembly.
        Assembly.SetEntryAssembly(App);
        var builder = FunctionsApplication.CreateBuilder(arguments);
        builder.ConfigureFunctionsWebApplication();
        builder.Services.AddSingleton(options.Time);
        builder.Services.AddFuseDeskFlows(builder.Configuration);
        var generated = builder.Services.Last(service => service.ServiceType == typeof(IFunctionExecutor));
        builder.Services.AddSingleton<IFunctionExecutor>(services => new TestFunctionExecutor(
            (IFunctionExecutor)ActivatorUtilities.CreateInstance(services, generated.ImplementationType!), client => _client ??= client));
        options.Configure(builder);
        using var host = builder.Build();
        _services = host.Services;
        await host.RunAsync();
    }
}
