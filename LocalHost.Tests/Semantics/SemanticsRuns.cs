using LocalHost.Tests.Support;

namespace LocalHost.Tests.Semantics;

/// <summary>The scenarios, run on SQLite and on azureStorage over Azurite at the same time.</summary>
public sealed class SemanticsRuns : IAsyncLifetime
{
    private readonly Azurite _azurite = new();
    private readonly CancellationTokenSource _stop = new();
    private Task _running = Task.CompletedTask;
    private HubRun? _azureStorage;

    /// <summary>What came of them on SQLite.</summary>
    internal HubRun Sqlite { get; private set; } = null!;

    /// <summary>
    /// What came of them on azureStorage; without Azurite, who asks is skipped, or fails where all tools have to be there.
    /// </summary>
    internal HubRun AzureStorage
    {
        get
        {
            _azurite.Require();
            return _azureStorage!;
        }
    }

    /// <summary>The scenarios that the app has.</summary>
    internal Task<IReadOnlyList<ListedScenario>> Listed { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        await _azurite.InitializeAsync();
        Sqlite = new HubRun("SQLite", new Dictionary<string, string>(StringComparer.Ordinal) { ["AzureWebJobsStorage"] = "" });
        Listed = Sqlite.RunAsync(_stop.Token);
        _running = Listed;
        if (_azurite.ConnectionString is { } connection)
        {
            _azureStorage = new HubRun(
                "azureStorage", new Dictionary<string, string>(StringComparer.Ordinal) { ["AzureWebJobsStorage"] = connection });
            _running = Task.WhenAll(Listed, _azureStorage.RunAsync(_stop.Token));
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
#pragma warning disable VSTHRD003 // the fixture started it
        await Task.WhenAny(_running);
#pragma warning restore VSTHRD003
        _stop.Dispose();
        await _azurite.DisposeAsync();
    }
}
