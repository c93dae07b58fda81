using Microsoft.Extensions.Configuration;

namespace FuseDeskFlows.EmbeddedHost.Hosting.Configuration;

/// <summary>Reads local.settings.json as Core Tools does.</summary>
internal static class LocalSettingsFile
{
    private const string FileName = "local.settings.json";
    private const string ConnectionStrings = "ConnectionStrings";

    /// <summary>The settings of the first file found in the given folders; empty if there is none.</summary>
    /// <exception cref="HostStartException">The file cannot be used.</exception>
    public static IReadOnlyDictionary<string, string?> Read(params IEnumerable<string> folders) =>
        folders.Select(f => Path.Combine(f, FileName)).FirstOrDefault(File.Exists) is { } path
            ? ReadFile(path)
            : new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);

    private static Dictionary<string, string?> ReadFile(string path)
    {
        var file = JsonSettings.Read(path);
        if (string.Equals(file["IsEncrypted"], "true", StringComparison.OrdinalIgnoreCase))
        {
            throw new HostStartException(
                $"{path} is encrypted (\"IsEncrypted\": true). Run 'func settings decrypt', or set IsEncrypted to false and write the values in plain text.");
        }

        var settings = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        foreach (var (key, value) in file.GetSection("Values").AsEnumerable(makePathsRelative: true))
        {
            if (value is not null)
            {
                settings[key.Replace("__", ":", StringComparison.Ordinal)] = value;
            }
        }

        foreach (var connection in file.GetSection(ConnectionStrings).GetChildren())
        {
            // Either the text itself, or an object with the text and the name of a provider.
            settings[$"{ConnectionStrings}:{connection.Key}"] = connection.Value ?? connection["ConnectionString"];
        }

        if (file["Host:LocalHttpPort"] is { } port)
        {
            settings["Host:LocalHttpPort"] = port;
        }

        return settings;
    }
}
