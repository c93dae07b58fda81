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
        RequiredTool.Demand(
            isThere, "The TypeScript SDK", "there is no @modelcontextprotocol/sdk in .ci/node_modules.", "npm install --prefix .ci");
        var (exitCode, output, error) = await ToolProcess.RunAsync("node", Path.Combine(Folder, "mcp-client.mjs"), address.ToString());
        Assert.True(exitCode == 0, error);
        return output;
    }
}
