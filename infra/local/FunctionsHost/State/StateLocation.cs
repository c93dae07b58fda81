namespace LocalFunctionsHost.State;

internal static class StateLocation
{
    // What marks the root of a repository, also of one that was downloaded without its history.
    private static readonly string[] Marks = [".git", "*.sln", "*.slnx"];

    // A folder further up may be closed to this user; .git is hidden.
    private static readonly EnumerationOptions Readable = new() { IgnoreInaccessible = true, AttributesToSkip = FileAttributes.None };

    /// <summary>The configured folder; else <c>.local</c> at the repository's root, else beside host.json, else here.</summary>
    public static string Find(string? configured, string workingDirectory) => string.IsNullOrWhiteSpace(configured)
        ? Path.Combine(Upwards(workingDirectory, Marks) ?? Upwards(workingDirectory, "host.json") ?? workingDirectory, ".local")
        : Path.GetFullPath(configured, workingDirectory);

    private static string? Upwards(string start, params string[] marks)
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
