using System.Text.Json;

namespace LocalHost.Tests.Oracle.Replays;

/// <summary>A file of steps that were put to the real Functions host, and its answers.</summary>
/// <param name="Name">The file's name without its extension.</param>
/// <param name="Steps">In order; later ones stand on what earlier ones left.</param>
public sealed record Recording(string Name, IReadOnlyList<RecordedStep> Steps)
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Oracle", "Recorded");

    /// <summary>The names of all recordings.</summary>
    public static IReadOnlyList<string> Names { get; } =
        [.. Directory.EnumerateFiles(Folder, "*.json").Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal)!];

    /// <summary>Reads one.</summary>
    public static Recording Read(string name)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Folder, $"{name}.json")));
        static RecordedStep Step(JsonElement step, int index) => new(index, step.GetProperty("name").GetString()!.Trim(), step);
        var steps = document.RootElement.Clone().GetProperty("steps").EnumerateArray();
        return new Recording(name, [.. steps.Select(Step)]);
    }
}
