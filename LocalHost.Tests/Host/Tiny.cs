using LocalHost.Tests.Support;

namespace LocalHost.Tests.Host;

/// <summary>Where the built host and the tiny app are.</summary>
internal static class Tiny
{
    public static string HostAssembly => Path.Combine(Repository.Output("infra/local/FunctionsHost"), "FunctionsHost.dll");

    public static string AppFolder => Repository.Output("LocalHost.Tests/TinyApp");

    /// <summary>Timers that only get in the way of what is tested.</summary>
    public static IReadOnlyDictionary<string, string?> NoTimers { get; } = new[]
    {
        "Tick", "TickStartup", "TickNoMonitor", "TickTimeSpan", "TickThrows", "TickMinute", "TickMinuteSlow", "TickHour",
    }.ToDictionary(name => $"AzureWebJobs.{name}.Disabled", string? (_) => "true");

    /// <summary>A copy of the app that a test may change.</summary>
    public static void CopyTo(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(AppFolder, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(folder, Path.GetRelativePath(AppFolder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }
}
