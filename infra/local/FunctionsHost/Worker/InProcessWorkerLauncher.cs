using System.Net;
using System.Net.Sockets;
using System.Reflection;

namespace LocalFunctionsHost.Worker;

/// <summary>
/// Runs the worker in this process, for tests and for debuggers. What a worker reads from its process's environment (the app's folder) is the
/// same for all of them, so that all must be of one app; everything else each gets as its own configuration.
/// </summary>
/// <param name="run">
/// Runs the worker to its end. It is given arguments that are configuration: where the host waits, the settings, and a port of its own for
/// requests.
/// </param>
public sealed class InProcessWorkerLauncher(Func<string[], Task> run) : IWorkerLauncher
{
    /// <summary>Runs an app by its entry point.</summary>
    /// <param name="app">The app.</param>
    public static InProcessWorkerLauncher Of(Assembly app) => new(async arguments =>
    {
        Assembly.SetEntryAssembly(app);
        var entry = app.EntryPoint ?? throw new HostStartException($"{app.GetName().Name} has no entry point.");
        if (entry.Invoke(null, entry.GetParameters().Length > 0 ? [arguments] : null) is Task running)
        {
            await running;
        }
    });

    /// <inheritdoc />
    public IWorkerHandle Launch(WorkerStart start)
    {
        Environment.SetEnvironmentVariable("FUNCTIONS_WORKER_DIRECTORY", start.AppFolder);
        Environment.SetEnvironmentVariable("FUNCTIONS_APPLICATION_DIRECTORY", start.AppFolder);
        var http = new Uri($"http://127.0.0.1:{FreePort()}");
        string[] arguments =
        [
            .. start.Settings.Concat(start.Configuration).Select(setting => $"--{Key(setting.Key)}={setting.Value}"),

            // Workers of one process would share the one port that Microsoft's package chooses; what the configuration names goes first.
            $"--Kestrel:Endpoints:Worker:Url={http}",
        ];
        return new InProcessWorker(Task.Run(() => run(arguments)), http);
    }

    // In the environment, two underscores stand for the colon.
    private static string Key(string name) => name.Replace("__", ":", StringComparison.Ordinal);

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
