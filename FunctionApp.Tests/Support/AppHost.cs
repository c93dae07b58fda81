using System.Globalization;
using LocalFunctionsHost;
using LocalFunctionsHost.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;

namespace FuseDeskFlows.Tests.Support;

/// <summary>
/// The whole app in the test's process: the local host and Microsoft's worker, on free ports and a state folder of its own.
/// </summary>
internal sealed class AppHost : IAsyncDisposable
{
    private readonly StringWriter _output = new(CultureInfo.InvariantCulture);
    private readonly StringWriter _error = new(CultureInfo.InvariantCulture);
    private readonly AppWorker _worker;
    private FunctionsHost? _host;
    private HttpClient? _http;

    private AppHost(AppHostOptions options) => _worker = new(options);

    /// <summary>What the host has written for people.</summary>
    public string Output => _output.ToString();

    /// <summary>What the host has logged, the app's lines included.</summary>
    public string Error => _error.ToString();

    /// <summary>The app's services.</summary>
    public IServiceProvider Services => _worker.Services;

    /// <summary>The services of the host's side.</summary>
    public IServiceProvider Jobs => _host!.Jobs;

    public DurableTaskClient Client => _worker.Client;

    public HttpClient Http => _http ??= new() { BaseAddress = _host!.Address, Timeout = TimeSpan.FromMinutes(4) };

    public static async Task<AppHost> StartAsync(AppHostOptions options)
    {
        var app = new AppHost(options);

        // Beside an empty file of settings, those of the person who runs the tests do not count.
        options.Folder.With("local.settings.json", "{}");
        app._host = await FunctionsHost.StartAsync(
            new HostSetup
            {
                AppFolder = AppContext.BaseDirectory,
                StateFolder = options.Folder.File("state"),
                WorkingDirectory = options.Folder.Path,
                Port = 0,
                ReadEnvironment = false,
                Settings = LastOfEach(options.Settings),
                Time = options.Time,
                Output = TextWriter.Synchronized(app._output),
                Error = TextWriter.Synchronized(app._error),
                Launcher = start => InProcessWorker.Launch(start, app._worker.RunAsync),
                ExtraFunctions = options.Functions,
            },
            TestContext.Current.CancellationToken);

        // The first call brings the client of Durable Functions, which the host hands to functions.
        using var first = await app.Http.GetAsync(new Uri("api/runs?top=1", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.True(first.IsSuccessStatusCode, $"The app answers {first.StatusCode}: {app.Error}");
        return app;
    }

    public T Get<T>()
        where T : notnull => Services.GetRequiredService<T>();

    public async ValueTask DisposeAsync()
    {
        _http?.Dispose();
        if (_host is not null)
        {
            await _host.DisposeAsync();
        }
    }

    private static Dictionary<string, string?> LastOfEach(IEnumerable<(string Name, string? Value)> settings) => settings
        .GroupBy(setting => setting.Name, setting => setting.Value, StringComparer.OrdinalIgnoreCase)
        .ToDictionary(group => group.Key, group => group.Last(), StringComparer.OrdinalIgnoreCase);
}
