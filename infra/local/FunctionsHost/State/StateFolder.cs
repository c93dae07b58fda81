using System.Globalization;

namespace LocalFunctionsHost.State;

/// <summary>The folder that holds all that the host keeps, owned by one process at a time.</summary>
internal sealed class StateFolder : IDisposable
{
    private const string LockName = "host.lock";
    private const string PidName = "host.pid";

    private readonly FileStream _ownership;

    private StateFolder(string path, FileStream claim)
    {
        Path = path;
        _ownership = claim;
    }

    /// <summary>The folder.</summary>
    public string Path { get; }

    /// <summary>A file in the folder.</summary>
    /// <param name="name">Its name.</param>
    public string File(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>Creates the folder if need be, for its owner only, and claims it.</summary>
    /// <param name="path">The folder.</param>
    /// <exception cref="HostStartException">It belongs to another process or to the former host, or cannot be written.</exception>
    public static StateFolder Claim(string path)
    {
        Create(path);
        var claim = Lock(path);
        try
        {
            FormerState.Refuse(path);
            System.IO.File.WriteAllText(
                System.IO.Path.Combine(path, PidName), Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
            return new StateFolder(path, claim);
        }
        catch (Exception e)
        {
            claim.Dispose();
            throw e is IOException or UnauthorizedAccessException ? NotWritable(path, e) : e;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        // The lock goes last: while it is held, the process id that a second process reads is ours.
        try
        {
            System.IO.File.Delete(File(PidName));
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
        try
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
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new HostStartException($"The state folder {path} cannot be created: {e.Message}", e);
        }
    }

    private static FileStream Lock(string path)
    {
        var file = System.IO.Path.Combine(path, LockName);
        try
        {
            return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (UnauthorizedAccessException e)
        {
            throw NotWritable(path, e);
        }
        catch (IOException e)
        {
            // A file that is not there could not be made: nobody holds it.
            throw System.IO.File.Exists(file) && !IsReadOnlyDisk(e)
                ? new HostStartException(
                    $"The state folder {path} is in use by another process{Owner(path)}. Stop that one, or give this one a folder of its own by --state.", e)
                : NotWritable(path, e);
        }
    }

    // EROFS, which .NET has no exception of its own for.
    private static bool IsReadOnlyDisk(IOException e) => !OperatingSystem.IsWindows() && e.HResult == 30;

    private static HostStartException NotWritable(string path, Exception e) => new($"The state folder {path} cannot be written: {e.Message}", e);

    private static string Owner(string path)
    {
        try
        {
            return $" (process {System.IO.File.ReadAllText(System.IO.Path.Combine(path, PidName)).Trim()})";
        }
        catch (IOException)
        {
            return "";
        }
    }
}
