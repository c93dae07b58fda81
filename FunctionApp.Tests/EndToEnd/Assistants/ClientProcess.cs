using System.Diagnostics;
using LocalHost.Tests.Support;

namespace FuseDeskFlows.Tests.EndToEnd.Assistants;

/// <summary>The TypeScript SDK's client in a process of Node.js, where both are installed.</summary>
internal static class ClientProcess
{
    private static readonly string Folder = Path.Combine(Repository.Root, ".ci");

    /// <summary>Runs the client against an app; without it the test is skipped, or fails where all tools have to be there.</summary>
    /// <returns>What it printed.</returns>
    public static async Task<string> RunAsync(Uri address)
    {
        var isThere = Directory.Exists(Path.Combine(Folder, "node_modules", "@modelcontextprotocol", "sdk"));
        if (!isThere && Environment.GetEnvironmentVariable("FUSEDESKFLOWS_REQUIRE_TOOLS") is "1")
        {
            Assert.Fail("The TypeScript SDK is not installed: there is no @modelcontextprotocol/sdk in .ci/node_modules.");
        }

        Assert.SkipUnless(isThere, "The TypeScript SDK is not installed; .ci/run installs it, or: npm install --prefix .ci");
        using var process = Process.Start(new ProcessStartInfo("node", [Path.Combine(Folder, "mcp-client.mjs"), address.ToString()])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, await error);
        return output;
    }
}
