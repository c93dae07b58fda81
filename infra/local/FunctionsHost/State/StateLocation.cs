namespace LocalFunctionsHost.State;

/// <summary>Decides where the state lies.</summary>
internal static class StateLocation
{
    // What marks the root of a repository, also of one that was downloaded without its history.
    private static readonly string[] Marks = [".git", "*.sln", "*.slnx"];

    // A folder further up may be closed to this user; .git is hidden.
    private static readonly EnumerationOptions Readable = new() { IgnoreInaccessible = true, AttributesToSkip = FileAttributes.None };

    /// <summary>The configured folder; else <c>.local</c> at the root of the repository, else where host.json is, else in the working directory.</summary>
    /// <param name="configured">A folder, relative to the working directory; null or blank for none.</param>
    /// <param name="workingDirectory">Where the person is.</param>
    public static string Find(string? configured, string workingDirectory)
    {
        if (!string.IsNullOrWhiteSpace(configured))
        {
            return Path.GetFullPath(configured, workingDirectory);
        }

        var root = Upwards(workingDirectory, Marks) ?? Upwards(workingDirectory, ["host.json"]) ?? workingDirectory;
        return Path.Combine(root, ".local");
    }

    private static string? Upwards(string start, string[] marks)
    {
        for (var folder = new DirectoryInfo(start); folder is { Exists: true }; folder = folder.Parent)
        {
            if (marks.Any(mark => folder.EnumerateFileSystemInfos(mark, Readable).Any()))
            {
                return folder.FullName;
            }
        }

        return null;
    }
}
