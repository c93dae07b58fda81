using System.Text.Json;
using FuseDeskFlows.TrutoSandbox;
using FuseDeskFlows.TrutoSandbox.Data;
using ModelContextProtocol.Client;

namespace FuseDeskFlows.Tests.EndToEnd.Assistants;

/// <summary>The app as a desktop assistant starts it: by a command that speaks the protocol over stdin and stdout.</summary>
public sealed class StdioTests : IDisposable
{
    private readonly DirectoryInfo _state = Directory.CreateTempSubdirectory("fusedeskflows-stdio-");

    [Fact]
    public async Task Killed_between_the_call_and_get_run_the_run_goes_on_and_no_call_is_made_twice()
    {
        await using var sandbox = await SandboxServer.StartAsync(
            new() { Limit = 1, Window = TimeSpan.FromSeconds(8) }, TestContext.Current.CancellationToken);
        string runId;
        await using (var client = await ConnectAsync(sandbox))
        {
            var tools = await client.ListToolsAsync(cancellationToken: TestContext.Current.CancellationToken);
            Assert.Contains(tools, tool => tool.Name is "triage_case");
            var started = await CallAsync(client, "triage_case", new() { ["caseId"] = SandboxPeople.ShortestCase });
            Assert.True(started.GetProperty("status").GetString() is "running" or "pending");
            runId = started.GetProperty("runId").GetString()!;

            // While it waits for the quota, no call is under way whose answer would die with the process.
            while (started.GetProperty("waiting").ValueKind == JsonValueKind.Null)
            {
                started = await CallAsync(client, "get_run", new() { ["runId"] = runId });
                Assert.True(started.GetProperty("status").GetString() is "running" or "pending");
            }
        }

        await using var next = await ConnectAsync(sandbox);
        JsonElement answer;
        do
        {
            answer = await CallAsync(next, "get_run", new() { ["runId"] = runId });
        }
        while (answer.GetProperty("status").GetString() is "running" or "pending");

        var report = answer.GetProperty("report");
        Assert.Equal(SandboxPeople.ShortestCase, report.GetProperty("case").GetProperty("id").GetInt64());
        string[] routes = ["GET /proxy/cases/{id}", "GET /proxy/reps", "GET /proxy/departments"];
        Assert.Equal(report.GetProperty("usage").GetProperty("toolCalls").GetInt32(), routes.Sum(route => sandbox.Stats.Calls(route, 200)));
    }

    public void Dispose() => _state.Delete(recursive: true);

    // Without a moment to shut down it is killed when the client is disposed of.
    private async Task<McpClient> ConnectAsync(SandboxServer sandbox)
    {
        await File.WriteAllTextAsync(Path.Combine(_state.FullName, "local.settings.json"), "{}", TestContext.Current.CancellationToken);
        var environment = TriageApp.SettingsFor(sandbox)
            .ToDictionary(
                setting => setting.Name.Replace(":", "__", StringComparison.Ordinal), setting => setting.Value, StringComparer.Ordinal);
        environment["Mcp__Wait"] = "00:00:01";
        return await McpClient.CreateAsync(
            new StdioClientTransport(new()
            {
                Name = "FuseDeskFlows",
                Command = "dotnet",
                Arguments = ["exec", BuiltApp.HostAssembly, "--app", BuiltApp.Folder, "--state", _state.FullName, "mcp"],
                WorkingDirectory = _state.FullName,
                EnvironmentVariables = environment,
                ShutdownTimeout = TimeSpan.FromMilliseconds(1),
            }),
            new() { InitializationTimeout = TimeSpan.FromMinutes(3) },
            cancellationToken: TestContext.Current.CancellationToken);
    }

    private static async Task<JsonElement> CallAsync(McpClient client, string tool, Dictionary<string, object?> arguments)
    {
        var result = await client.CallToolAsync(tool, arguments, cancellationToken: TestContext.Current.CancellationToken);
        return Assert.IsType<JsonElement>(result.StructuredContent);
    }
}
