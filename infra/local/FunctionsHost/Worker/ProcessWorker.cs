using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace LocalFunctionsHost.Worker;

/// <summary>A worker that is a process.</summary>
internal sealed partial class ProcessWorker : IWorkerHandle
{
    private readonly Process _process;
    private readonly ILogger _log;
    private readonly TaskCompletionSource<string> _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Creates the worker; it is not started yet.</summary>
    public ProcessWorker(Process process, ILogger log)
    {
        _process = process;
        _log = log;
        process.OutputDataReceived += (_, line) => Write(LogLevel.Information, line.Data);
        process.ErrorDataReceived += (_, line) => Write(LogLevel.Warning, line.Data);
        process.Exited += (_, _) => _ended.TrySetResult($"dotnet exited with code {process.ExitCode} (0x{process.ExitCode:X})");
    }

    /// <inheritdoc />
    public string Name => $"process {_process.Id.ToString(CultureInfo.InvariantCulture)}";

    /// <inheritdoc />
    public Task<string> Ended => _ended.Task;

    /// <summary>Starts the process.</summary>
    public void Start()
    {
        InterruptShield.Start(_process);
        _process.StandardInput.Close();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <inheritdoc />
    public void Kill()
    {
        try
        {
            _process.Kill(entireProcessTree: true);
        }
        catch (Exception e) when (e is InvalidOperationException or AggregateException or Win32Exception)
        {
            // It, or a process that it started, has ended in the meantime.
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (!_ended.Task.IsCompleted)
        {
            Kill();
            await _ended.Task;
        }

        _process.Dispose();
    }

    private void Write(LogLevel level, string? line)
    {
        if (!string.IsNullOrWhiteSpace(line))
        {
            LogLine(level, line);
        }
    }

    [LoggerMessage(EventId = 7121, Message = "{Line}")]
    private partial void LogLine(LogLevel level, string line);
}
