namespace LocalHost.Tests.Oracle.Hosts;

/// <summary>The repository that these tests were built in.</summary>
internal static class Repository
{
    /// <summary>Its root: the folder of the solution.</summary>
    public static string Root { get; } = Find();

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
