namespace LocalHost.Tests.Support;

/// <summary>The repository that this assembly was built in.</summary>
internal static class Repository
{
    /// <summary>Its root: the folder of the solution.</summary>
    public static string Root { get; } = Find();

    /// <summary>A project's binaries, built in the configuration that this assembly was built in.</summary>
    public static string Output(string project)
    {
        var framework = new DirectoryInfo(AppContext.BaseDirectory);
        return Path.Combine(Root, project, "bin", framework.Parent!.Name, framework.Name);
    }

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "FuseDeskFlows.sln")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException($"No solution is above {AppContext.BaseDirectory}.");
        }

        return folder.FullName;
    }
}
