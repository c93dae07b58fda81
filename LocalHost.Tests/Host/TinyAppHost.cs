using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using LocalHost.Tests.Support;

namespace LocalHost.Tests.Host;

/// <summary>The local host as a process, with the tiny app.</summary>
internal sealed partial class TinyAppHost : IAsyncDisposable
{
    // A second on a machine of one's own; tests share theirs.
    private static readonly TimeSpan StartTime = TimeSpan.FromMinutes(3);

    private readonly ConcurrentQueue<string> _lines = new();
    private readonly Process _process;
    private readonly TempFolder _folder;
    private readonly bool _ownsFolder;

    private TinyAppHost(Process process, TempFolder folder, bool ownsFolder)
    {
        _process = process;
        _folder = folder;
        _ownsFolder = ownsFolder;
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
    }

    /// <summary>Calls the host; long enough for what waits.</summary>
    public HttpClient Http { get; } = new() { Timeout = TimeSpan.FromMinutes(3) };

    public string Output => string.Join('\n', _lines);

    public bool HasExited => _process.HasExited;

    /// <summary>What the app wrote: one JSON object a line.</summary>
    public string[] AppLog => File.Exists(_folder.File("tiny.jsonl")) ? File.ReadAllLines(_folder.File("tiny.jsonl")) : [];

    /// <summary>The names of the files that the host keeps.</summary>
    public IEnumerable<string?> StateFiles => Directory.EnumerateFiles(_folder.File("state")).Select(Path.GetFileName);

    /// <summary>Starts the host and waits until it serves.</summary>
    public static async Task<TinyAppHost> StartAsync(TempFolder? folder = null, params (string Name, string Value)[] settings)
    {
        var host = Launch(folder, null, settings);
        await Eventually.TrueAsync(
            () => host.HasExited || host.Output.Contains("Ctrl+C stops it", StringComparison.Ordinal), "the host serves", StartTime);
        Assert.False(host.HasExited, host.Output);
        host.Http.BaseAddress = new Uri(Address().Match(host.Output).Groups["address"].Value);
        return host;
    }

    /// <summary>Starts the host.</summary>
    public static TinyAppHost Launch(TempFolder? folder, string? app, (string Name, string Value)[] settings, int port = 0)
    {
        var own = folder ?? new TempFolder();
        var start = new ProcessStartInfo(
            "dotnet",
            [
                Tiny.HostAssembly,
                "--app",
                app ?? Tiny.AppFolder,
                "--state",
                own.File("state"),
                "--port",
                port.ToString(CultureInfo.InvariantCulture),
            ])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = own.Path,
        };
        start.Environment["TINY_LOG"] = own.File("tiny.jsonl");
        start.Environment.Remove("AzureWebJobsStorage");
        start.Environment.Remove("ASPNETCORE_URLS");
        foreach (var (name, value) in Tiny.NoTimers)
        {
            start.Environment[name] = value;
        }

        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        var host = new TinyAppHost(new Process { StartInfo = start }, own, folder is null);
        host._process.Start();
        host._process.BeginOutputReadLine();
        host._process.BeginErrorReadLine();
        return host;
    }

    /// <summary>Asks the worker for its process; again where the one that is asked dies of what the test did before.</summary>
    public async Task<int> WorkerAsync()
    {
        string? processId = null;
        await Eventually.TrueAsync(
            async () =>
            {
                try
                {
                    using var answer = await Http.GetAsync("/api/pid", TestContext.Current.CancellationToken);
                    processId = answer.IsSuccessStatusCode
                        ? await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)
                        : null;
                }
                catch (HttpRequestException) when (!HasExited)
                {
                    processId = null; // it died in the middle of its answer
                }

                return processId is not null;
            },
            "the worker answers");
        return int.Parse(processId!, CultureInfo.InvariantCulture);
    }

    /// <summary>Kills the worker, as kill -9 does.</summary>
    public async Task KillWorkerAsync() => ProcessTable.Kill([await WorkerAsync()]);

    /// <summary>Kills the host alone, as kill -9 does.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Sends SIGTERM.</summary>
    public void Terminate() => ProcessTable.Terminate(_process.Id);

    /// <summary>Waits for the end; fails after the time.</summary>
    public async Task<int> ExitAsync(TimeSpan within)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        deadline.CancelAfter(within);
        try
        {
            await _process.WaitForExitAsync(deadline.Token);
        }
        catch (OperationCanceledException)
        {
            Assert.Fail($"The host did not end within {within}. It wrote:\n{Output}");
        }

        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync(CancellationToken.None);
        }

        _process.Dispose();
        if (_ownsFolder)
        {
            _folder.Dispose();
        }
    }

    private void Keep(string? line)
    {
        if (line is not null)
        {
            _lines.Enqueue(line);
        }
    }

    [GeneratedRegex(@"at (?<address>http://\S+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Address();
}
