using System.Diagnostics;
using LocalHost.Tests.Support;

namespace FuseDeskFlows.Tests.EndToEnd.Assistants;

/// <summary>A program that runs to its end in the repository's folder.</summary>
internal static class ToolProcess
{
    /// <summary>Runs it, and returns what it wrote to stdout and stderr.</summary>
    public static async Task<(int ExitCode, string Output, string Error)> RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = Repository.Root,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, output, await error);
    }
}
