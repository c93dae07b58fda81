using System.Collections.Concurrent;
using System.Diagnostics;
using LocalHost.Tests.Support;

namespace FuseDeskFlows.Benchmarks.Processes;

/// <summary>The local host as a process, on one state folder and one port over all its lives.</summary>
internal sealed class MeasuredHost : IAsyncDisposable
{
    private const int KeptLines = 30;
    private const int KeptLength = 300;
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(10);

    private static readonly TimeSpan MaxAnswer = TimeSpan.FromSeconds(2);

    private readonly HostCommand _command;
    private readonly ConcurrentQueue<string> _lines = new();
    private Process? _process;

    /// <summary>Prepares the host; nothing runs yet.</summary>
    /// <param name="command">How it is started.</param>
    public MeasuredHost(HostCommand command)
    {
        _command = command;
        Client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{command.Port}"), Timeout = TimeSpan.FromMinutes(10) };
    }

    /// <summary>Calls the app and the management API.</summary>
    public HttpClient Client { get; }

    /// <summary>What the host printed last, for a failure's report.</summary>
    public string LastLines => string.Join(Environment.NewLine, _lines);

    /// <summary>The host's process.</summary>
    public int Id => _process!.Id;

    /// <summary>The workers: what the host has started.</summary>
    public IReadOnlyList<int> Workers => ProcessTable.Children(Id);

    /// <summary>Whether the host has ended by itself, or was killed.</summary>
    public bool HasExited => _process!.HasExited;

    /// <summary>What the host ended with.</summary>
    public int ExitCode => _process!.ExitCode;

    /// <summary>The memory of the host alone, in bytes.</summary>
    public long Memory => ProcessTable.Memory(Id);

    /// <summary>The processor time of host and workers together.</summary>
    public TimeSpan ProcessorTime =>
        new[] { Id }.Concat(Workers).Aggregate(TimeSpan.Zero, (sum, id) => sum + ProcessTable.ProcessorTime(id));

    /// <summary>Starts the process; it may not serve yet.</summary>
    public void Start()
    {
        _process?.Dispose();
        _process = Process.Start(_command.ToStartInfo())!;
        _process.OutputDataReceived += (_, line) => Keep(line.Data);
        _process.ErrorDataReceived += (_, line) => Keep(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>Waits until an address answers with success.</summary>
    /// <param name="path">The address.</param>
    /// <param name="patience">For how long.</param>
    /// <exception cref="InvalidOperationException">The host ended, or never served.</exception>
    public async Task UntilServingAsync(string path, TimeSpan patience)
    {
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < patience; await Task.Delay(Poll))
        {
            if (await ServesAsync(path))
            {
                return;
            }

            if (HasExited)
            {
                throw new InvalidOperationException($"The host ended with {ExitCode}:{Environment.NewLine}{LastLines}");
            }
        }

        throw new InvalidOperationException($"The host does not serve {path} after {patience}:{Environment.NewLine}{LastLines}");
    }

    /// <summary>Whether an address answers with success now.</summary>
    /// <param name="path">The address.</param>
    public async Task<bool> ServesAsync(string path)
    {
        using var patience = new CancellationTokenSource(MaxAnswer);
        try
        {
            using var answer = await Client.GetAsync(new Uri(path, UriKind.Relative), patience.Token);
            return answer.IsSuccessStatusCode;
        }
        catch (Exception none) when (none is HttpRequestException or OperationCanceledException)
        {
            return false;
        }
    }

    /// <summary>SIGKILL to the host; its worker may live on.</summary>
    public async Task KillAsync()
    {
        _process!.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>SIGTERM, and waits for the end.</summary>
    public async Task StopAsync()
    {
        ProcessTable.Terminate(Id);
        await _process!.WaitForExitAsync();
    }

    /// <summary>Ends host and workers.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_process is { HasExited: false })
        {
            var workers = Workers;
            await KillAsync();
            ProcessTable.Kill(workers);
        }

        _process?.Dispose();
        Client.Dispose();
    }

    private void Keep(string? line)
    {
        // Stacks would push all else out.
        if (line is null or [' ', ..])
        {
            return;
        }

        _lines.Enqueue(line.Length > KeptLength ? line[..KeptLength] : line);
        if (_lines.Count > KeptLines)
        {
            _lines.TryDequeue(out _);
        }
    }
}
