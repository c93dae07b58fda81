using System.Diagnostics;
using LocalHost.Tests.Support;

namespace FuseDeskFlows.Benchmarks.Processes;

/// <summary>
/// Host and app as <c>dotnet publish</c> makes them, compiled ahead of time as the package for Azure is: what is left of a start is not
/// mostly .NET's compiler.
/// </summary>
/// <param name="Host">The local host's assembly.</param>
/// <param name="App">The app's folder.</param>
internal sealed record PublishedPrograms(string Host, string App)
{
    /// <summary>Publishes both.</summary>
    /// <param name="folder">Where to; what it makes goes with it.</param>
    /// <returns>Where they are.</returns>
    /// <exception cref="InvalidOperationException">The build failed.</exception>
    public static async Task<PublishedPrograms> PublishAsync(TemporaryFolder folder)
    {
        var (host, app) = (folder.Create("published-host"), folder.Create("published-app"));
        await PublishAsync("infra/local/FunctionsHost", host, "--use-current-runtime", "--no-self-contained", "-p:PublishReadyToRun=true");
        await PublishAsync("FunctionApp", app);
        return new(Path.Combine(host, "FunctionsHost.dll"), app);
    }

    private static async Task PublishAsync(string project, string folder, params string[] options)
    {
        string[] arguments = ["publish", Path.Combine(Repository.Root, project), "-c", "Release", "-v:q", "--output", folder, .. options];
        using var build = Process.Start(new ProcessStartInfo("dotnet", arguments) { UseShellExecute = false, RedirectStandardOutput = true })!;
        var output = await build.StandardOutput.ReadToEndAsync();
        await build.WaitForExitAsync();
        if (build.ExitCode != 0)
        {
            throw new InvalidOperationException($"{project} cannot be published:{Environment.NewLine}{output}");
        }
    }
}
