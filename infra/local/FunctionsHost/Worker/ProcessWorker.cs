using System.ComponentModel;

namespace LocalFunctionsHost.Worker;

/// <summary>A worker that is a process of its own.</summary>
internal sealed partial class ProcessWorker : IWorkerHandle
{
    private readonly Process _process;
    private readonly ILogger _log;
    private readonly TaskCompletionSource<string> _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<string?> _complaint = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private string? _lastError;

    private ProcessWorker(Process process, ILogger log)
    {
        (_process, _log) = (process, log);
        process.OutputDataReceived += (_, line) => Write(LogLevel.Information, line.Data);
        process.ErrorDataReceived += (_, line) => WriteError(line.Data);
        process.Exited += (_, _) => _ended.TrySetResult($"dotnet exited with code {process.ExitCode} (0x{process.ExitCode:X})");
    }

    public string Name => string.Create(CultureInfo.InvariantCulture, $"process {_process.Id}");
    public Task<string> Ended => _ended.Task;
    public Task<string?> Complaint => _complaint.Task;

    /// <summary>Starts the app, and has the process noted, so that the next host can end what this one leaves behind.</summary>
    /// <exception cref="HostStartException">There is nothing that could be started, now or later.</exception>
    public static IWorkerHandle Launch(WorkerStart start, Action<Process> note, ILoggerFactory loggers)
    {
        if (!File.Exists(start.Assembly))
        {
            throw new HostStartException($"The app's assembly {start.Assembly} is not there. Build the app.");
        }

        var process = new Process { StartInfo = Info(start), EnableRaisingEvents = true };
        var worker = new ProcessWorker(process, loggers.CreateLogger("Console"));
        try
        {
            InterruptShield.Start(process);
        }
        catch (Win32Exception e)
        {
            throw new HostStartException($"{process.StartInfo.FileName} cannot be started for the worker: {e.Message}.", e);
        }

        process.StandardInput.Close();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        try
        {
            note(process);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or Win32Exception)
        {
            // It runs. Only a host that is killed would leave it behind.
            worker.LogNotNoted(process.Id, e.Message);
        }

        return worker;
    }

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

    public async ValueTask DisposeAsync()
    {
        if (!_ended.Task.IsCompleted)
        {
            Kill();
            await _ended.Task;
        }

        _process.Dispose();
    }

    private static ProcessStartInfo Info(WorkerStart start)
    {
        // The runtime that runs the host runs the app: what is first in the PATH may be another one.
        var dotnet = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? Environment.ProcessPath;
        string[] arguments =
        [
            start.Assembly,
            "--host", start.HostEndpoint.Host,
            "--port", $"{start.HostEndpoint.Port}",
            "--workerId", start.WorkerId,
            "--requestId", start.WorkerId,
            "--grpcMaxMessageLength", $"{int.MaxValue}",
            "--functions-uri", start.HostEndpoint.AbsoluteUri,
            "--functions-worker-id", start.WorkerId,
            "--functions-request-id", start.WorkerId,
            "--functions-grpc-max-message-length", $"{int.MaxValue}",
        ];
        var info = new ProcessStartInfo(Path.GetFileNameWithoutExtension(dotnet) is "dotnet" ? dotnet! : "dotnet", arguments)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            WorkingDirectory = start.AppFolder,
        };
        SettingNames.Apply(info.Environment, start.Settings);
        info.Environment["FUNCTIONS_WORKER_DIRECTORY"] = start.AppFolder;
        info.Environment["FUNCTIONS_APPLICATION_DIRECTORY"] = start.AppFolder;
        info.Environment.TryAdd("AZURE_FUNCTIONS_ENVIRONMENT", "Development");

        if (start.IsBrief)
        {
            // A fifth of its processor time would go into compiling code a second time, to run faster later.
            // (Milliseconds without new code before that, hexadecimal.)
            info.Environment.TryAdd("DOTNET_TieredPGO", "0");
            info.Environment.TryAdd("DOTNET_TC_CallCountingDelayMs", "3E8");
        }

        // The host's own address; the worker would listen there too.
        info.Environment.Remove("ASPNETCORE_URLS");
        return info;
    }

    private void WriteError(string? line)
    {
        Write(LogLevel.Warning, line);
        if (line is null)
        {
            _complaint.TrySetResult(_lastError);
        }
        else if (line.Length > 0 && !char.IsWhiteSpace(line[0]))
        {
            // The lines below it, of a stack trace, are indented.
            _lastError = line;
        }
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

    [LoggerMessage(7122, LogLevel.Warning, "The worker, process {ProcessId}, could not be noted in the state folder: {Problem}")]
    private partial void LogNotNoted(int processId, string problem);
}
