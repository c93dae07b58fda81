namespace LocalHost.Tests.Support;

/// <summary>An Azurite for the tests of a class, where it is installed.</summary>
public sealed class Azurite : IAsyncLifetime
{
    private AzuriteProcess? _process;

    /// <summary>The connection string; null if Azurite is not installed.</summary>
    internal string? ConnectionString => _process?.ConnectionString;

    /// <summary>The connection string; without Azurite the test is skipped, or fails where all tools have to be there.</summary>
    internal string Require()
    {
        RequiredTool.Demand(
            ConnectionString is not null,
            "Azurite",
            "AZURITE does not name its azurite.js, and there is none in .ci/node_modules.",
            "npm install --prefix .ci");
        return ConnectionString;
    }

    public async ValueTask InitializeAsync() => _process = await AzuriteProcess.StartAsync();

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            await _process.DisposeAsync();
        }
    }
}
