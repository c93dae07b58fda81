namespace FuseDeskFlows.TrutoSandbox;

/// <summary>
/// Lets a local Functions host start the sandbox for an app that has no Truto token:
/// <c>"Host": { "StartupHook": ".../TrutoSandbox.dll" }</c>.
/// </summary>
public static class StartupHook
{
    private const string Token = "Truto:ApiToken";

    /// <summary>Starts the sandbox, unless a token is set. It ends with the process.</summary>
    /// <param name="settings">The app's settings, by names with <c>:</c> or <c>__</c> between their parts.</param>
    /// <param name="announce">Where the person is told.</param>
    /// <param name="cancellationToken">Gives the start up.</param>
    /// <returns>The settings that make the sandbox the app's Truto; none if a token is set.</returns>
    public static async Task<IReadOnlyDictionary<string, string>> StartAsync(
        IReadOnlyDictionary<string, string> settings, TextWriter announce, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(announce);
        if (settings.Any(setting => IsToken(setting.Key) && !string.IsNullOrWhiteSpace(setting.Value)))
        {
            return new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        }

        var sandbox = await SandboxServer.StartAsync(new SandboxOptions(), cancellationToken);
        await announce.WriteLineAsync($"{Token} is not set: using the built-in sandbox at {sandbox.BaseUrl} (made-up data).");
        return new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
        {
            ["Truto:BaseUrl"] = sandbox.BaseUrl.ToString(),
            [Token] = sandbox.ApiToken,
            ["Truto:IntegratedAccountId"] = sandbox.IntegratedAccountId,
        };
    }

    private static bool IsToken(string name) =>
        string.Equals(name.Replace("__", ":", StringComparison.Ordinal), Token, StringComparison.OrdinalIgnoreCase);
}
