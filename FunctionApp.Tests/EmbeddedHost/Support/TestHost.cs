using System.Globalization;
using FuseDeskFlows.EmbeddedHost.Engine;
using FuseDeskFlows.EmbeddedHost.Hosting;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace FuseDeskFlows.Tests.EmbeddedHost.Support;

/// <summary>An embedded host with functions of the tests: real Kestrel on a free port, real SQLite in a folder of its own.</summary>
internal sealed class TestHost : IAsyncDisposable
{
    private readonly StringWriter output = new(CultureInfo.InvariantCulture);
    private readonly StringWriter error = new(CultureInfo.InvariantCulture);
    private readonly IHost host;
    private HttpClient? http;

    private TestHost(TestHostOptions options)
    {
        var builder = new FunctionsApplicationBuilder(options.Arguments, new HostSetup
        {
            FunctionTypes = options.Functions,
            WorkingDirectory = options.Folder.Path,
            OutputDirectory = options.Folder.Path,
            StateFolder = options.StateFolder ?? options.Folder.File("state"),
            ReadEnvironment = false,
            StartSandbox = options.StartSandbox,
            ListenToSignals = false,
            Time = options.Time,
            Output = TextWriter.Synchronized(output),
            Error = TextWriter.Synchronized(error),
            SetExitCode = code => ExitCode = code,
        });
        if (options.UseWebApplication)
        {
            builder.ConfigureFunctionsWebApplication();
        }

        options.Configure(builder);
        host = builder.Build();
    }

    public int? ExitCode { get; private set; }

    public string Output => output.ToString();

    public string Error => error.ToString();

    public IServiceProvider Services => host.Services;

    public DurableTaskClient Client => Services.GetRequiredService<DurableEngine>().Client;

    public string Address => Services.GetRequiredService<HostRuntime>().BaseAddress() ?? throw new InvalidOperationException(Error);

    public HttpClient Http => http ??= new HttpClient { BaseAddress = new Uri(Address) };

    public static async Task<TestHost> StartAsync(TestHostOptions options)
    {
        var test = new TestHost(options);
        await test.host.StartAsync(TestContext.Current.CancellationToken);
        return test;
    }

    /// <summary>Runs a command to its end, as <c>RunAsync</c> in Program.cs does.</summary>
    public static async Task<TestHost> RunAsync(TestHostOptions options)
    {
        var test = new TestHost(options);
        await test.host.RunAsync(TestContext.Current.CancellationToken);
        return test;
    }

    public T Get<T>()
        where T : notnull => Services.GetRequiredService<T>();

    public Task StopAsync() => host.StopAsync(TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        http?.Dispose();
        await host.StopAsync(CancellationToken.None);
        await ((IAsyncDisposable)host).DisposeAsync();
    }
}
