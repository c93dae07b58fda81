namespace FuseDeskFlows.Benchmarks.Processes;

/// <summary>A folder that goes when it is not needed any more.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("fusedeskflows-benchmark-");

    /// <summary>Where it is.</summary>
    public string Path => _folder.FullName;

    /// <summary>Makes a folder in it.</summary>
    /// <param name="name">The folder's name.</param>
    /// <returns>Its path.</returns>
    public string Create(string name) => _folder.CreateSubdirectory(name).FullName;

    /// <inheritdoc />
    public void Dispose() => _folder.Delete(recursive: true);
}
