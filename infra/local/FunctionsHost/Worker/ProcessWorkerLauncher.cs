using System.ComponentModel;
using System.Diagnostics;
using LocalFunctionsHost.Settings;

namespace LocalFunctionsHost.Worker;

/// <summary>Starts the app as a process of its own.</summary>
internal sealed partial class ProcessWorkerLauncher(ILoggerFactory loggers, Action<Process> started) : IWorkerLauncher
{
    private readonly ILogger _log = loggers.CreateLogger("Console");

    /// <inheritdoc />
    public IWorkerHandle Launch(WorkerStart start)
    {
        if (!File.Exists(start.Assembly))
        {
            throw new HostStartException($"The app's assembly {start.Assembly} is not there. Build the app.");
        }

        var process = new Process { StartInfo = Info(start), EnableRaisingEvents = true };
        var worker = new ProcessWorker(process, _log);
        try
        {
            worker.Start();
        }
        catch (Win32Exception e)
        {
            throw new HostStartException($"{process.StartInfo.FileName} cannot be started for the worker: {e.Message}.", e);
        }

        try
        {
            started(process);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or Win32Exception)
        {
            // It runs. Only a host that is killed would leave it behind.
            LogNotNoted(process.Id, e.Message);
        }

        return worker;
    }

    private static ProcessStartInfo Info(WorkerStart start)
    {
        // The runtime that runs the host runs the app: what is first in the PATH may be another one.
        var dotnet = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? Environment.ProcessPath;
        var info = new ProcessStartInfo(Path.GetFileNameWithoutExtension(dotnet) is "dotnet" ? dotnet! : "dotnet", [start.Assembly, .. start.Arguments])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            WorkingDirectory = start.AppFolder,
        };
        SettingNames.Apply(info.Environment, start.Settings);
        info.Environment["FUNCTIONS_WORKER_RUNTIME"] = "dotnet-isolated";
        info.Environment["FUNCTIONS_WORKER_DIRECTORY"] = start.AppFolder;
        info.Environment["FUNCTIONS_APPLICATION_DIRECTORY"] = start.AppFolder;
        info.Environment.TryAdd("AZURE_FUNCTIONS_ENVIRONMENT", "Development");

        // The host's own address; the worker would listen there too.
        info.Environment.Remove("ASPNETCORE_URLS");
        return info;
    }

    [LoggerMessage(7122, LogLevel.Warning, "The worker, process {ProcessId}, could not be noted in the state folder: {Problem}")]
    private partial void LogNotNoted(int processId, string problem);
}
