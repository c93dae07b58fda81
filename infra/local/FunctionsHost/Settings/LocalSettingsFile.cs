namespace LocalFunctionsHost.Settings;

/// <summary>Reads local.settings.json as Core Tools does.</summary>
internal static class LocalSettingsFile
{
    private const string FileName = "local.settings.json";
    private const string ConnectionStrings = "ConnectionStrings";

    /// <summary>The settings of the first file found in the given folders; empty if there is none.</summary>
    /// <param name="folders">Where to look.</param>
    /// <exception cref="HostStartException">The file cannot be used.</exception>
    public static LocalSettings Read(params IEnumerable<string> folders) =>
        folders.FirstOrDefault(folder => File.Exists(Path.Combine(folder, FileName))) is { } folder ? ReadFile(folder) : new();

    private static LocalSettings ReadFile(string folder)
    {
        var path = Path.Combine(folder, FileName);
        var file = JsonSettings.Read(path);
        if (string.Equals(file["IsEncrypted"], "true", StringComparison.OrdinalIgnoreCase))
        {
            throw new HostStartException(
                $"{path} is encrypted (\"IsEncrypted\": true). Run 'func settings decrypt', or set IsEncrypted to false and write the values in plain text.");
        }

        var values = new Dictionary<string, string?>(SettingNames.Comparer);
        foreach (var (name, value) in file.GetSection("Values").AsEnumerable(makePathsRelative: true))
        {
            if (value is not null)
            {
                values[name] = value;
            }
        }

        foreach (var connection in file.GetSection(ConnectionStrings).GetChildren())
        {
            // Either the text itself, or an object with the text and the name of a provider.
            values[$"{ConnectionStrings}:{connection.Key}"] = connection.Value ?? connection["ConnectionString"];
        }

        return new() { Folder = folder, Values = values, Port = file["Host:LocalHttpPort"], StartupHook = file["Host:StartupHook"] };
    }
}
