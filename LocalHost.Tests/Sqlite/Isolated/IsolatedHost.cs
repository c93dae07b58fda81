using System.Reflection;
using DurableSqlite;
using Grpc.Net.Client;
using LocalHost.Tests.Support;
using Microsoft.Azure.WebJobs;
using Microsoft.Azure.WebJobs.Extensions.DurableTask;
using Microsoft.Azure.WebJobs.Host;
using Microsoft.Azure.WebJobs.Host.Config;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Client.Grpc;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using OrchestrationRuntimeStatus = Microsoft.DurableTask.Client.OrchestrationRuntimeStatus;

#pragma warning disable CS0618 // IWebHookProvider: the extension asks for one

namespace LocalHost.Tests.Sqlite.Isolated;

/// <summary>The WebJobs Durable extension on the provider, with the isolated worker's protocol on both sides, in one process.</summary>
public sealed class IsolatedHost : IAsyncDisposable
{
    private readonly string _folder;
    private readonly IHost _host;
    private readonly GrpcChannel _channel;

    private IsolatedHost(IHost host, string folder, WorkerCache worker)
    {
        _host = host;
        _folder = folder;
        Worker = worker;
        Extension = host.Services.GetServices<IExtensionConfigProvider>()
            .Single(provider => provider.GetType().Name is "DurableTaskExtension");
        var address = (string)Extension.GetType().GetMethod("GetLocalRpcAddress", BindingFlags.NonPublic | BindingFlags.Instance)!
            .Invoke(Extension, null)!;
        _channel = GrpcChannel.ForAddress(address);
        GrpcDurableTaskClientOptions options = new() { Channel = _channel, EnableEntitySupport = true };
        Client = new GrpcDurableTaskClient("test", options, NullLogger.Instance);
    }

    public WorkerCache Worker { get; }

    public GrpcDurableTaskClient Client { get; }

    public IServiceProvider Services => _host.Services;

    private object Extension { get; }

    public static async Task<IsolatedHost> StartAsync(bool extendedSessions = true, params KeyValuePair<string, string>[] storage)
    {
        var folder = Directory.CreateTempSubdirectory("isolated-").FullName;
        WorkerCache worker = new(extendedSessions);
        Dictionary<string, string?> settings = new(StringComparer.OrdinalIgnoreCase)
        {
            ["FUNCTIONS_WORKER_RUNTIME"] = "dotnet-isolated",
            ["CONTAINER_NAME"] = "",
            ["AzureWebJobsConfigurationSection"] = "AzureFunctionsJobHost",
            ["AzureFunctionsJobHost:extensions:durableTask:hubName"] = "TestHub",
            ["AzureFunctionsJobHost:extensions:durableTask:extendedSessionsEnabled"] = extendedSessions.ToString(),
            ["AzureFunctionsJobHost:extensions:durableTask:storageProvider:type"] = "sqlite",
            ["AzureFunctionsJobHost:extensions:durableTask:storageProvider:path"] = "state/{hub}.db",
        };
        foreach (var (key, value) in storage)
        {
            settings[$"AzureFunctionsJobHost:extensions:durableTask:storageProvider:{key}"] = value;
        }

        var host = new HostBuilder()
            .UseContentRoot(folder)
            .ConfigureWebJobs(builder => builder.AddDurableTask().Services.AddDurableTaskSqlite()
                .AddSingleton<ITypeLocator>(new TypeLocator(typeof(IsolatedFunctions)))
                .AddSingleton<IJobActivator>(new FunctionsActivator(worker))
                .AddSingleton(new WebHooks()).AddSingleton<IWebHookProvider>(s => s.GetRequiredService<WebHooks>()))
            .ConfigureAppConfiguration(configuration => configuration.AddInMemoryCollection(settings)) // last, or the environment wins
            .ConfigureLogging(logging => logging.SetMinimumLevel(LogLevel.None))
            .Build();
        await host.StartAsync(TestContext.Current.CancellationToken);
        return new IsolatedHost(host, folder, worker);
    }

    public string FileOf(string hub) => Path.Combine(_folder, "state", $"{hub}.db");

    public async Task<OrchestrationMetadata> RunAsync(string name, object? input = null, string? id = null)
    {
        StartOrchestrationOptions options = new(id);
        id = await Client.ScheduleNewOrchestrationInstanceAsync(name, input, options, TestContext.Current.CancellationToken);
        return await EndOfAsync(id);
    }

    public async Task<OrchestrationMetadata> EndOfAsync(string id)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromMinutes(2));
        return await Client.WaitForInstanceCompletionAsync(id, getInputsAndOutputs: true, limit.Token);
    }

    public Task StatusAsync(string id, OrchestrationRuntimeStatus status) => Eventually.TrueAsync(async () =>
        (await Client.GetInstanceAsync(id, TestContext.Current.CancellationToken))?.RuntimeStatus == status);

    /// <summary>Asks the management API, on the path below its root.</summary>
    public async Task<HttpResponseMessage> AskAsync(HttpMethod method, string path, string? json = null)
    {
        using HttpRequestMessage request = new(method, new Uri(WebHooks.Root, path));
        request.Content = json is null ? null : new StringContent(json, System.Text.Encoding.UTF8, "application/json");
        var converter = (IAsyncConverter<HttpRequestMessage, HttpResponseMessage>)Extension;
        return await converter.ConvertAsync(request, TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        _channel.Dispose();
        await _host.StopAsync(TestContext.Current.CancellationToken);
        _host.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private sealed class TypeLocator(Type type) : ITypeLocator
    {
        public IReadOnlyList<Type> GetTypes() => [type];
    }

    private sealed class FunctionsActivator(WorkerCache worker) : IJobActivator
    {
        public T CreateInstance<T>() => (T)Activator.CreateInstance(typeof(T), worker)!;
    }

    private sealed class WebHooks : IWebHookProvider
    {
        public static Uri Root { get; } = new("http://localhost:7071/runtime/webhooks/durabletask/");

        public Uri GetUrl(IExtensionConfigProvider extension) => Root;
    }
}
