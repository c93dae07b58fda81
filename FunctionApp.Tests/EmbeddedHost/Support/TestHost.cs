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
    private readonly StringWriter _output = new(CultureInfo.InvariantCulture);
    private readonly StringWriter _error = new(CultureInfo.InvariantCulture);
    private readonly IHost _host;
    private HttpClient? _http;

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
            Output = TextWriter.Synchronized(_output),
            Error = TextWriter.Synchronized(_error),
            SetExitCode = code => ExitCode = code,
        });
        if (options.UseWebApplication)
        {
            builder.ConfigureFunctionsWebApplication();
        }

        options.Configure(builder);
        _host = builder.Build();
    }

    public int? ExitCode { get; private set; }

    public string Output => _output.ToString();

    public string Error => _error.ToString();

    public IServiceProvider Services => _host.Services;

    public DurableTaskClient Client => Services.GetRequiredService<DurableEngine>().Client;

    public string Address => Services.GetRequiredService<HostRuntime>().BaseAddress() ?? throw new InvalidOperationException(Error);

    public HttpClient Http => _http ??= new HttpClient { BaseAddress = new Uri(Address) };

    public static async Task<TestHost> StartAsync(TestHostOptions options)
    {
        var test = new TestHost(options);
        await test._host.StartAsync(TestContext.Current.CancellationToken);
        return test;
    }

    /// <summary>Runs a command to its end, as <c>RunAsync</c> in Program.cs does.</summary>
    public static async Task<TestHost> RunAsync(TestHostOptions options)
    {
        var test = new TestHost(options);
        await test._host.RunAsync(TestContext.Current.CancellationToken);
        return test;
    }

    public T Get<T>()
        where T : notnull => Services.GetRequiredService<T>();

    public Task StopAsync() => _host.StopAsync(TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        _http?.Dispose();
        await _host.StopAsync(CancellationToken.None);
        await ((IAsyncDisposable)_host).DisposeAsync();
    }
}
