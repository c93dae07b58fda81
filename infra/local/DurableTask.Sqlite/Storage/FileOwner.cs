namespace DurableSqlite.Storage;

/// <summary>Keeps a second process away: two hosts on one file would run everything twice. A killed owner lets go.</summary>
internal sealed class FileOwner : IDisposable
{
    private readonly FileStream _lock;

    private FileOwner(FileStream held) => _lock = held;

    /// <exception cref="SqliteStorageException">Another process has the file.</exception>
    public static FileOwner Take(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        try
        {
            return new FileOwner(new FileStream(path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException e) when (File.Exists(path + ".lock") && !IsReadOnlyDisk(e))
        {
            throw new SqliteStorageException(SqliteStorageFailure.InUse, $"'{path}' is in use by another host.", e);
        }
    }

    public void Dispose() => _lock.Dispose();

    // EROFS, which .NET has no exception of its own for.
    private static bool IsReadOnlyDisk(IOException e) => !OperatingSystem.IsWindows() && e.HResult == 30;
}
