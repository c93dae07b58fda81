using System.Text;
using DurableSqlite.Storage;

namespace LocalFunctionsHost.State;

/// <summary>The folder that holds all that the host keeps, owned by one process at a time.</summary>
internal sealed class StateFolder : IDisposable
{
    private readonly FileStream _ownership;

    private StateFolder(string path, FileStream ownership) => (Path, _ownership) = (path, ownership);

    public string Path { get; }

    /// <summary>Creates the folder if need be, for its owner only, and claims it.</summary>
    /// <exception cref="HostStartException">It belongs to another process, or cannot be written.</exception>
    public static StateFolder Claim(string path)
    {
        FileStream? ownership = null;
        try
        {
            Create(path);
            ownership = Store.Hold(System.IO.Path.Combine(path, "host.lock"));
            Write(PidFile(path), $"{Environment.ProcessId}");
            return new StateFolder(path, ownership);
        }
        catch (Exception e) when (StorageErrors.Translate(e, path) is { } failure)
        {
            ownership?.Dispose();
            if (failure.Failure == SqliteStorageFailure.InUse)
            {
                throw new HostStartException(
                    $"The state folder {path} is in use by another process{Owner(path)}. Stop that one, or give this one a folder of "
                    + "its own by --state.", e);
            }

            var what = Directory.Exists(path) ? "written" : "created";
            throw new HostStartException($"The state folder {path} cannot be {what}: {e.Message}", e);
        }
    }

    /// <summary>Writes a file that nobody but its owner may read, whatever folder it is in.</summary>
    public static void Write(string path, string text)
    {
        using var file = Store.Hold(path);
        file.SetLength(0);
        file.Write(Encoding.UTF8.GetBytes(text));
    }

    /// <summary>The path of a file in the folder.</summary>
    public string File(string name) => System.IO.Path.Combine(Path, name);

    public void Dispose()
    {
        // The lock goes last: while it is held, the process id that a second process reads is ours.
        try
        {
            System.IO.File.Delete(PidFile(Path));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A process id that is left behind is overwritten by the next owner.
        }
        finally
        {
            _ownership.Dispose();
        }
    }

    private static void Create(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    private static string PidFile(string folder) => System.IO.Path.Combine(folder, "host.pid");

    private static string Owner(string path)
    {
        try
        {
            return $" (process {System.IO.File.ReadAllText(PidFile(path)).Trim()})";
        }
        catch (IOException)
        {
            return "";
        }
    }
}
