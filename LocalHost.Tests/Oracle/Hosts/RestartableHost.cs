using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using LocalFunctionsHost.Worker;
using LocalHost.Tests.Oracle.Wire;

namespace LocalHost.Tests.Oracle.Hosts;

/// <summary>The local host in a process of its own, with an app; it can be started again on the same state and port.</summary>
internal sealed class RestartableHost : IAsyncDisposable
{
    private static readonly TimeSpan StartTimeout = TimeSpan.FromSeconds(180);

    private readonly HostedApp _app;
    private readonly IReadOnlyDictionary<string, string> _settings;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("local-host-oracle-");
    private readonly ConcurrentQueue<string> _console = new();

    private RestartableHost(HostedApp app, IReadOnlyDictionary<string, string> settings)
    {
        (_app, _settings) = (app, settings);
        Process = Start();
    }

    /// <summary>Where it listens.</summary>
    public int Port { get; } = FreePort.Next();

    /// <summary>A path that its app answers.</summary>
    public string Probe => _app.Probe;

    /// <summary>Its process: the newest one.</summary>
    public Process Process { get; private set; }

    /// <summary>What the app in it writes of its calls.</summary>
    public AppLog Log => new(Path.Combine(_folder.FullName, "tiny.jsonl"));

    /// <summary>All that it has written to its console.</summary>
    public string Console => string.Join('\n', _console);

    /// <summary>Starts it; it may not serve yet when this returns.</summary>
    public static RestartableHost Start(HostedApp app, IReadOnlyDictionary<string, string> settings) => new(app, settings);

    /// <summary>Starts it and waits until the app answers.</summary>
    public static async Task<RestartableHost> StartServingAsync(
        HostedApp app, IReadOnlyDictionary<string, string> settings, CancellationToken cancellationToken)
    {
        var host = new RestartableHost(app, settings);
        await host.UntilServingAsync(cancellationToken);
        return host;
    }

    /// <summary>Starts it again after its end and waits until the app answers.</summary>
    public async Task StartAgainAsync(CancellationToken cancellationToken)
    {
        await Process.WaitForExitAsync(cancellationToken);
        Process.Dispose();
        Process = Start();
        await UntilServingAsync(cancellationToken);
    }

    /// <summary>The process that runs the app's functions.</summary>
    public async Task<int> WorkerAsync(CancellationToken cancellationToken) =>
        int.Parse((await GetAsync("/api/pid", cancellationToken)).Body, CultureInfo.InvariantCulture);

    /// <summary>What a GET is answered with; status 0: nobody is there, or the connection was closed.</summary>
    public async Task<RawAnswer> GetAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            return await RawClient.SendAsync(Port, new RawRequest("GET", path, new Dictionary<string, string?>(), null), cancellationToken);
        }
        catch (Exception e) when (e is SocketException or IOException)
        {
            return RawAnswer.None;
        }
    }

    /// <summary>Waits until the app answers.</summary>
    public async Task UntilServingAsync(CancellationToken cancellationToken)
    {
        var began = TimeProvider.System.GetTimestamp();
        while ((await GetAsync(_app.Probe, cancellationToken)).Status is 0 or >= 500)
        {
            Assert.False(Process.HasExited, $"The host has ended:\n{Console}");
            Assert.True(TimeProvider.System.GetElapsedTime(began) < StartTimeout, $"The app does not answer:\n{Console}");
            await Task.Delay(30, cancellationToken);
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (!Process.HasExited)
        {
            Process.Kill(entireProcessTree: true);
            await Process.WaitForExitAsync();
        }

        Process.Dispose();
        _folder.Delete(recursive: true);
    }

    private Process Start()
    {
        var start = new ProcessStartInfo("dotnet") { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        string[] arguments =
        [
            "exec", Path.Combine(AppContext.BaseDirectory, "FunctionsHost.dll"),
            "--app", _app.Folder, "--state", Path.Combine(_folder.FullName, "state"), "--port", $"{Port}",
        ];
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        start.WorkingDirectory = _folder.FullName;
        start.Environment["TINY_LOG"] = Path.Combine(_folder.FullName, "tiny.jsonl");
        foreach (var (name, value) in _settings)
        {
            start.Environment[name] = value;
        }

        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, line) => _console.Enqueue(line.Data ?? "");
        process.ErrorDataReceived += (_, line) => _console.Enqueue(line.Data ?? "");
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }
}
