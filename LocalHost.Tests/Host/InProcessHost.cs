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
            Arguments = ["--port", "0"],
            ReadEnvironment = false,
            Settings = Tiny.NoTimers,
            Launcher = InProcessWorkerLauncher.Of(Assembly.LoadFrom(Path.Combine(Tiny.AppFolder, "Tiny.dll"))),
        },
        TestContext.Current.CancellationToken);
}
