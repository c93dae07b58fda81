namespace LocalFunctionsHost.Settings;

/// <summary>What local.settings.json says.</summary>
internal sealed record LocalSettings
{
    private const string FileName = "local.settings.json";
    private const string ConnectionStrings = "ConnectionStrings";

    /// <summary>The settings, by the names that the file writes.</summary>
    public IReadOnlyDictionary<string, string?> Values { get; private init; } = new Dictionary<string, string?>(SettingNames.Comparer);
    /// <summary>The port to serve on, as it is written.</summary>
    public string? Port { get; private init; }
    /// <summary>The assembly to load before the worker starts, as it is written.</summary>
    public string? StartupHook { get; private init; }
    /// <summary>The page for people, as it is written.</summary>
    public string? StartPage { get; private init; }
    /// <summary>The folder of the file; null where there is none.</summary>
    public string? Folder { get; private init; }

    /// <summary>Reads the first file found in the given folders as Core Tools does; nothing if there is none.</summary>
    /// <exception cref="HostStartException">The file cannot be used.</exception>
    public static LocalSettings Read(params IEnumerable<string> folders)
    {
        if (folders.FirstOrDefault(folder => File.Exists(Path.Combine(folder, FileName))) is not { } folder)
        {
            return new();
        }

        var path = Path.Combine(folder, FileName);
        var file = JsonSettings.Read(path);
        if (string.Equals(file["IsEncrypted"], "true", StringComparison.OrdinalIgnoreCase))
        {
            throw new HostStartException(
                $"{path} is encrypted (\"IsEncrypted\": true). Run 'func settings decrypt', or set IsEncrypted to false and write the "
                + "values in plain text.");
        }

        var values = new Dictionary<string, string?>(SettingNames.Comparer);
        foreach (var (name, value) in file.GetSection("Values").AsEnumerable(makePathsRelative: true).Where(pair => pair.Value is not null))
        {
            values[name] = value;
        }

        foreach (var connection in file.GetSection(ConnectionStrings).GetChildren())
        {
            // Either the text itself, or an object with the text and the name of a provider.
            values[$"{ConnectionStrings}:{connection.Key}"] = connection.Value ?? connection["ConnectionString"];
        }

        return new()
        {
            Folder = folder,
            Values = values,
            Port = file["Host:LocalHttpPort"],
            StartupHook = file["Host:StartupHook"],
            StartPage = file["Host:StartPage"],
        };
    }
}
