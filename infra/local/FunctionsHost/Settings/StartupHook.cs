using System.Reflection;

namespace LocalFunctionsHost.Settings;

/// <summary>
/// Runs what local.settings.json names as <c>Host.StartupHook</c> before the worker starts: an assembly with a public type
/// <c>StartupHook</c> that has a public static method like <see cref="Start"/>, <c>StartAsync</c>, which returns settings for the app.
/// What it starts lives as long as the process.
/// </summary>
internal static class StartupHook
{
    private delegate Task<IReadOnlyDictionary<string, string>> Start(
        IReadOnlyDictionary<string, string> settings, TextWriter announce, CancellationToken cancellationToken);

    /// <summary>Runs the hook, if there is one; returns the settings with those that it returns.</summary>
    /// <exception cref="HostStartException">The assembly has no such type, or the hook failed.</exception>
    public static async Task<HostSettings> RunAsync(HostSettings settings, TextWriter announce, CancellationToken cancellationToken)
    {
        if (settings.StartupHook is not { } path)
        {
            return settings;
        }

        var all = settings.Configuration.AsEnumerable().Where(setting => setting.Value is not null)
            .ToDictionary(setting => setting.Key, setting => setting.Value!, SettingNames.Comparer);
        try
        {
            var more = await Find(path)(all, announce, cancellationToken);
            return settings.With([.. more.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value))]);
        }
        catch (Exception e) when (e is not HostStartException and not OperationCanceledException)
        {
            throw new HostStartException($"The start-up hook {path} failed: {e.Message}", e);
        }
    }

    private static Start Find(string path)
    {
        var method = new PackageLoadContext(path).LoadFromAssemblyPath(path).GetExportedTypes()
            .FirstOrDefault(type => type.Name is "StartupHook")?.GetMethod("StartAsync", BindingFlags.Public | BindingFlags.Static);
        return method is not null && Delegate.CreateDelegate(typeof(Start), method, throwOnBindFailure: false) is Start start
            ? start
            : throw new HostStartException(
                $"The start-up hook {path} has no public type StartupHook with the method StartAsync(settings, announce, cancellation).");
    }
}
