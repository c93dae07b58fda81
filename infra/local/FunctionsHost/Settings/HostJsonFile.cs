namespace LocalFunctionsHost.Settings;

/// <summary>Reads host.json.</summary>
internal static class HostJsonFile
{
    private const string Section = HostSettings.HostJsonSection;
    private const string Storage = $"{Section}:extensions:durableTask:storageProvider";
    private const string ExtendedSessions = $"{Section}:extensions:durableTask:extendedSessionsEnabled";

    /// <summary>
    /// What host.json of a folder says, below <see cref="HostSettings.HostJsonSection"/>; without the file, nothing.
    /// Settings such as <c>AzureFunctionsJobHost__extensions__http__routePrefix</c> override it, as on Azure.
    /// </summary>
    /// <param name="folder">The app's folder.</param>
    /// <param name="settings">The app's settings.</param>
    /// <exception cref="HostStartException">The file is not JSON.</exception>
    public static Dictionary<string, string?> Read(string folder, IConfiguration settings)
    {
        var host = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        var path = Path.Combine(folder, "host.json");
        var file = File.Exists(path) ? JsonSettings.Read(path).AsEnumerable() : [];
        var overrides = settings.GetSection(Section).AsEnumerable(makePathsRelative: true);
        foreach (var (name, value) in file.Concat(overrides.Where(setting => setting.Value is not null)))
        {
            host[$"{Section}:{name}"] = value;
        }

        return host;
    }

    /// <summary>Keeps durable state in the state folder, whatever storage the file asks for.</summary>
    /// <param name="host">What host.json says.</param>
    /// <param name="database">The database's file.</param>
    public static void UseSqlite(Dictionary<string, string?> host, string database)
    {
        foreach (var name in host.Keys.Where(name => name.StartsWith(Storage, StringComparison.OrdinalIgnoreCase)).ToList())
        {
            host.Remove(name);
        }

        host[$"{Storage}:type"] = "sqlite";
        host[$"{Storage}:path"] = database;

        // Without them, a step of an isolated worker's orchestration costs its whole history again.
        host.TryAdd(ExtendedSessions, "true");
    }
}
