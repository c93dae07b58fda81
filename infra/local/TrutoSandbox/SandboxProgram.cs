using System.Runtime.InteropServices;
using FuseDeskFlows.TrutoSandbox.CommandLine;

namespace FuseDeskFlows.TrutoSandbox;

/// <summary>The sandbox on its own.</summary>
internal static class SandboxProgram
{
    private static async Task<int> Main(string[] args)
    {
        if (args.Contains("--help", StringComparer.Ordinal) || args.Contains("-h", StringComparer.Ordinal))
        {
            Console.WriteLine(SandboxArguments.Help);
            return 0;
        }

        var (options, error) = SandboxArguments.Parse(args);
        if (error is not null)
        {
            await Console.Error.WriteLineAsync($"{error}. See --help.");
            return 2;
        }

        try
        {
            return await RunAsync(options);
        }
        catch (IOException taken)
        {
            await Console.Error.WriteLineAsync($"Cannot listen on port {options.Port}: {taken.Message} Choose another --port.");
            return 1;
        }
    }

    private static async Task<int> RunAsync(SandboxOptions options)
    {
        var stop = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void Stop(PosixSignalContext signal)
        {
            signal.Cancel = true;
            stop.TrySetResult();
        }

        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        await using var server = await SandboxServer.StartAsync(options);
        Console.WriteLine($"TrutoSandbox listens on {server.BaseUrl}");
        Console.WriteLine(
            $"  Truto:BaseUrl={server.BaseUrl}  Truto:ApiToken={server.ApiToken}  Truto:IntegratedAccountId={server.IntegratedAccountId}");
        Console.WriteLine(
            $"  {options.Limit} calls in {options.Window.TotalSeconds:0.###} s, {options.Latency.TotalMilliseconds:0} ms each; "
                + $"data of seed {options.Seed}");
        Console.WriteLine("  Ctrl+C stops it.");
        await stop.Task;
        return 0;
    }
}
