using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using FuseDeskFlows.Tests.Infra;

namespace FuseDeskFlows.Tests.Histories;

/// <summary>The recorded histories and entity states, in a folder beside this file.</summary>
internal static class HistoryFiles
{
    private static readonly JsonSerializerOptions Format = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // read by people and by tests, never by a browser
        Converters = { new JsonStringEnumConverter() },
    };

    /// <summary>The names of all histories.</summary>
    public static IEnumerable<string> Names =>
        Directory.EnumerateFiles(Folder(), "*.json").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal);

    /// <summary>The versions of which entity states are kept.</summary>
    public static IEnumerable<string> StateVersions =>
        Directory
            .EnumerateFiles(StateFolder, "*.json")
            .Select(file => Path.GetFileNameWithoutExtension(file))
            .Order(StringComparer.Ordinal);

    private static string StateFolder => Path.Combine(Folder(), "EntityStates");

    /// <summary>The version that runs are started with now.</summary>
    public static string PresentVersion()
    {
        using var host = JsonDocument.Parse(HostJson());
        return host.RootElement.GetProperty("extensions").GetProperty("durableTask").GetProperty("defaultVersion").GetString()!;
    }

    /// <summary>The app's host.json.</summary>
    public static string HostJson() => RepositoryFiles.Read("host.json");

    public static RecordedHistory Read(string name) => Read<RecordedHistory>(Path.Combine(Folder(), name));

    public static IReadOnlyList<EntityState> ReadStates(string version) => Read<List<EntityState>>(StatesOf(version));

    /// <summary>Writes the histories and states of a version in place of those that there are; other versions stay.</summary>
    public static void Replace(string version, IReadOnlyCollection<RecordedHistory> histories, IEnumerable<EntityState> states)
    {
        foreach (var old in Names.Where(name => name.EndsWith($"-{version}.json", StringComparison.Ordinal)).ToList())
        {
            File.Delete(Path.Combine(Folder(), old));
        }

        foreach (var history in histories)
        {
            Write(Path.Combine(Folder(), history.FileName()), history);
        }

        Directory.CreateDirectory(StateFolder);
        Write(StatesOf(version), states);
    }

    private static string StatesOf(string version) => Path.Combine(StateFolder, version + ".json");

    private static T Read<T>(string path) => JsonSerializer.Deserialize<T>(File.ReadAllText(path), Format)!;

    private static void Write<T>(string path, T value) => File.WriteAllText(path, JsonSerializer.Serialize(value, Format) + "\n");

    private static string Folder([CallerFilePath] string path = "") => Path.Combine(Path.GetDirectoryName(path)!, "Recorded");
}
