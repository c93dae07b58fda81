namespace LocalHost.Tests.Support;

/// <summary>A folder that goes with the test.</summary>
internal sealed class TempFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("localhost-tests-").FullName;

    public string File(string name) => System.IO.Path.Combine(Path, name);

    public TempFolder With(string name, string content)
    {
        System.IO.File.WriteAllText(File(name), content);
        return this;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
