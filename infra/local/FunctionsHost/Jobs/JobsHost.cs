using Microsoft.Azure.WebJobs.Host;
using Microsoft.Azure.WebJobs.Host.Executors;

namespace LocalFunctionsHost.Jobs;

/// <summary>Puts the WebJobs SDK and its extensions together, with nothing that needs a blob.</summary>
internal static class JobsHost
{
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
            var source = new JobsSource(functions, settings.HostId);
            all.AddSingleton<IHostLifetime, NoopHostLifetime>().AddSingleton<ITypeLocator>(source).AddSingleton<IHostIdProvider>(source);
            all.Configure<JobHostFunctionTimeoutOptions>(timeout =>
            {
                timeout.Timeout = settings.FunctionTimeout ?? Timeout.InfiniteTimeSpan;
                timeout.ThrowOnTimeout = true;
            });
            services(all);
        })
        .Build();
}
