namespace LocalHost.Tests.Oracle.Hosts;

/// <summary>An app with another host.json.</summary>
internal sealed class AppCopy : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("local-host-app-");

    private AppCopy(HostedApp original) => App = original with { Folder = _folder.FullName };

    /// <summary>The copy.</summary>
    public HostedApp App { get; }

    /// <summary>Links to all files of an app but host.json.</summary>
    /// <param name="original">The app.</param>
    /// <param name="hostJson">Null: there is none.</param>
    public static AppCopy Of(HostedApp original, string? hostJson)
    {
        var copy = new AppCopy(original);
        foreach (var entry in new DirectoryInfo(original.Folder).EnumerateFileSystemInfos().Where(entry => entry.Name is not "host.json"))
        {
            File.CreateSymbolicLink(Path.Combine(copy._folder.FullName, entry.Name), entry.FullName);
        }

        if (hostJson is not null)
        {
            File.WriteAllText(Path.Combine(copy._folder.FullName, "host.json"), hostJson);
        }

        return copy;
    }

    /// <inheritdoc />
    public void Dispose() => _folder.Delete(recursive: true);
}
