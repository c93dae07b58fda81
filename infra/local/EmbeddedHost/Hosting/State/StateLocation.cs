namespace FuseDeskFlows.EmbeddedHost.Hosting.State;

/// <summary>Decides where the state lies.</summary>
internal static class StateLocation
{
    /// <summary>The configured folder; else .local in the nearest folder upwards that holds the solution or host.json, else in the working directory.</summary>
    public static string Find(string? configured, string workingDirectory)
    {
        if (!string.IsNullOrWhiteSpace(configured))
        {
            return Path.GetFullPath(configured, workingDirectory);
        }

        // The solution marks the root of the repository even when the app is started in FunctionApp/, where host.json may be too.
        var root = Upwards(workingDirectory, "FuseDeskFlows.sln") ?? Upwards(workingDirectory, "host.json") ?? workingDirectory;
        return Path.Combine(root, ".local");
    }

    private static string? Upwards(string start, string file)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, file)))
            {
                return folder.FullName;
            }
        }

        return null;
    }
}
