namespace LocalHost.Tests.Settings;

/// <summary>A start-up hook; the tests name this very assembly as theirs.</summary>
public static class StartupHook
{
    public static async Task<IReadOnlyDictionary<string, string>> StartAsync(
        IReadOnlyDictionary<string, string> settings, TextWriter announce, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(announce);
        if (settings.ContainsKey("Hook:Fails"))
        {
            throw new InvalidOperationException("no room");
        }

        await announce.WriteLineAsync($"hooked {settings["Hook:Name"]}");
        return new Dictionary<string, string>(StringComparer.Ordinal) { ["Hook:Answer"] = "made", ["Hook:Name"] = "changed" };
    }
}
