using System.Globalization;

namespace FuseDeskFlows.EmbeddedHost.Hosting.State;

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
    public string File(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>Creates the folder if need be, for its owner only, and claims it.</summary>
    /// <exception cref="HostStartException">It belongs to another process, or cannot be written.</exception>
    public static StateFolder Claim(string path)
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

        var claim = Lock(path);
        System.IO.File.WriteAllText(System.IO.Path.Combine(path, PidName), Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
        return new StateFolder(path, claim);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        // The lock goes last: while it is held, the process id that a second process reads is ours.
        System.IO.File.Delete(File(PidName));
        _ownership.Dispose();
    }

    private static FileStream Lock(string path)
    {
        try
        {
            return new FileStream(System.IO.Path.Combine(path, LockName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (UnauthorizedAccessException e)
        {
            throw new HostStartException($"The state folder {path} cannot be written: {e.Message}", e);
        }
        catch (IOException e)
        {
            throw new HostStartException(
                $"The state folder {path} is in use by another process{Owner(path)}. Stop that one, or give this one a folder of its own by the setting FUSEDESKFLOWS_STATE.",
                e);
        }
    }

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
