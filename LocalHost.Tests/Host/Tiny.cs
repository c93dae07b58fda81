namespace LocalHost.Tests.Host;

/// <summary>Where the built host and the tiny app are.</summary>
internal static class Tiny
{
    private static readonly string Root = FindRoot();

    // As this assembly was built: bin/CONFIGURATION/FRAMEWORK.
    private static readonly string Output = string.Join(
        Path.DirectorySeparatorChar, AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar).Split(Path.DirectorySeparatorChar)[^3..]);

    public static string HostAssembly => Path.Combine(Root, "infra", "local", "FunctionsHost", Output, "FunctionsHost.dll");

    public static string AppFolder => Path.Combine(Root, "LocalHost.Tests", "TinyApp", Output);

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

    private static string FindRoot()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "Directory.Packages.props")))
            {
                return at.FullName;
            }
        }

        throw new DirectoryNotFoundException("The repository's root is not above the tests.");
    }
}
