using System.Reflection;
using LocalFunctionsHost;
using LocalFunctionsHost.Worker;

namespace LocalHost.Tests.Host;

/// <summary>Hosts whose workers run in this process, with the tiny app.</summary>
internal static class InProcessHost
{
    public static Task<FunctionsHost> StartAsync(string stateFolder) => FunctionsHost.StartAsync(
        new HostSetup
        {
            WorkingDirectory = AppContext.BaseDirectory,
            AppFolder = Tiny.AppFolder,
            StateFolder = stateFolder,
            Port = 0,
            ReadEnvironment = false,
            Settings = Tiny.NoTimers,
            Launcher = start => InProcessWorker.Launch(start, RunAsync),
        },
        TestContext.Current.CancellationToken);

    private static async Task RunAsync(string[] arguments)
    {
        var app = Assembly.LoadFrom(Path.Combine(Tiny.AppFolder, "Tiny.dll"));
        Assembly.SetEntryAssembly(app);
        if (app.EntryPoint!.Invoke(null, app.EntryPoint.GetParameters().Length > 0 ? [arguments] : null) is Task running)
        {
            await running;
        }
    }
}
