using DurableSqlite;
using LocalFunctionsHost.Settings;
using Microsoft.Azure.WebJobs;
using Microsoft.Azure.WebJobs.Extensions.DurableTask;
using Microsoft.Azure.WebJobs.Host;
using Microsoft.Azure.WebJobs.Host.Executors;

namespace LocalFunctionsHost.Jobs;

/// <summary>Puts the WebJobs SDK and its extensions together, with nothing that needs a blob.</summary>
internal static class JobsHost
{
    /// <summary>Builds the host of the jobs.</summary>
    /// <param name="settings">The host's settings.</param>
    /// <param name="functions">The emitted functions.</param>
    /// <param name="services">What else the extensions use: loggers, webhooks, what handles time-outs, the clock.</param>
    public static IHost Build(HostSettings settings, Type functions, Action<IServiceCollection> services) => new HostBuilder()
        .UseEnvironment(Environments.Development)
        .ConfigureWebJobs(jobs =>
        {
            jobs.AddAzureStorageQueues();
            jobs.AddDurableTask();
            jobs.Services.AddDurableTaskSqlite();
        })
        .ConfigureAppConfiguration(configuration =>
        {
            // Only what the settings have: they read the environment where it is to be read.
            configuration.Sources.Clear();
            configuration.AddConfiguration(settings.Configuration);
        })
        .ConfigureServices(all =>
        {
            all.AddSingleton<IHostLifetime, NoSignals>();
            all.AddSingleton<ITypeLocator>(new FunctionTypeLocator(functions));
            all.AddSingleton<IHostIdProvider>(new FixedHostId(settings.HostId));
            all.Configure<JobHostFunctionTimeoutOptions>(timeout =>
            {
                timeout.Timeout = settings.FunctionTimeout ?? Timeout.InfiniteTimeSpan;
                timeout.ThrowOnTimeout = true;
            });
            services(all);
        })
        .Build();
}
