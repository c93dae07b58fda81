namespace LocalFunctionsHost.Settings;

internal static class HostJsonFile
{
    private const string Section = HostSettings.HostJsonSection;
    private const string DurableTask = $"{Section}:extensions:durableTask";

    /// <summary>
    /// What host.json of a folder says, below <see cref="HostSettings.HostJsonSection"/>; without the file, nothing.
    /// Settings such as <c>AzureFunctionsJobHost__extensions__http__routePrefix</c> override it, as on Azure.
    /// </summary>
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

    /// <summary>Keeps durable state in a database, whatever storage the file asks for; what else it says of the storage stays.</summary>
    public static void UseSqlite(Dictionary<string, string?> host, string database)
    {
        host[$"{DurableTask}:storageProvider:type"] = "sqlite";
        host[$"{DurableTask}:storageProvider:path"] = database;

        // Without them, a step of an isolated worker's orchestration costs its whole history again.
        host.TryAdd($"{DurableTask}:extendedSessionsEnabled", "true");
    }
}
