namespace LocalFunctionsHost.Debugging;

/// <summary>A host in the process of the app that it runs.</summary>
internal static class GuestHost
{
    /// <summary>
    /// Starts the host; returns when the app may start as its worker, which finds in the environment where the host waits.
    /// </summary>
    public static void Start()
    {
        var awaited = new ManualResetEventSlim();
        Task Expect(string[] arguments)
        {
            foreach (var argument in arguments)
            {
                var (name, value) = argument[2..].Split('=', 2) is [var head, var tail] ? (head, tail) : (argument, "");
                Environment.SetEnvironmentVariable(name.Replace(":", "__", StringComparison.Ordinal), value);
            }

            awaited.Set();
            return Task.Delay(Timeout.Infinite);
        }

        var setup = new HostSetup
        {
            WorkingDirectory = Directory.GetCurrentDirectory(),
            AppFolder = AppContext.BaseDirectory,
            Output = Console.Out,
            Error = Console.Error,
            Launcher = start => InProcessWorker.Launch(start, Expect),
        };
        _ = RunAsync(setup, awaited);
        awaited.Wait();
    }

    private static async Task RunAsync(HostSetup setup, ManualResetEventSlim awaited)
    {
        var code = await HostProgram.RunAsync(Environment.GetCommandLineArgs()[1..], setup, CancellationToken.None);

        // Told to stop it is the app, and with it the process; here the host cannot go on, and has said why.
        awaited.Set();
        Environment.Exit(code);
    }
}
