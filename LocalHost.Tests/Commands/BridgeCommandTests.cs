using LocalFunctionsHost;
using LocalFunctionsHost.Commands;
using LocalFunctionsHost.State;
using LocalHost.Tests.Host;
using LocalHost.Tests.Support;

namespace LocalHost.Tests.Commands;

public sealed class BridgeCommandTests
{
    [Fact]
    public async Task Where_another_process_has_the_state_it_is_told_how_to_ask_the_app_that_runs()
    {
        using var folder = new TempFolder();
        using var error = new RecordingWriter();
        using var owner = StateFolder.Claim(folder.File("state"));

        var code = await HostProgram.RunAsync(
            ["mcp"],
            new HostSetup
            {
                AppFolder = Tiny.AppFolder,
                StateFolder = folder.File("state"),
                WorkingDirectory = folder.Path,
                ReadEnvironment = false,
                Error = error,
            },
            TestContext.Current.CancellationToken);

        Assert.Equal(1, code);
        Assert.Contains("is in use by another process", error.ToString(), StringComparison.Ordinal);
        Assert.EndsWith($"mcp http://localhost:7071/api/mcp{Environment.NewLine}", error.ToString(), StringComparison.Ordinal);
    }
}
