using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace LoadApp.Crash;

/// <summary>
/// When this process began and what it did, a line a deed, in a file of its own. What a killed process has written the kernel keeps, so
/// nothing is flushed to the disk; the times are those of the machine's monotonic clock, which all processes share.
/// </summary>
public static class Journal
{
    /// <summary>The setting that names the folder of journals; without it nothing is written.</summary>
    public const string Setting = "LOADAPP_JOURNAL";

    private static readonly Lock Writing = new();
    private static readonly FileStream? File = Open();

    /// <summary>Writes down a deed before the next one is done.</summary>
    /// <param name="deed">What was done: <c>begin</c>, <c>end</c>, <c>fail</c> of an activity, <c>operation</c> of an entity.</param>
    /// <param name="subject">Who did it: an instance id or an entity's key.</param>
    /// <param name="part">Which step or operation.</param>
    public static void Write(string deed, string subject, string part)
    {
        if (File is null)
        {
            return;
        }

        lock (Writing)
        {
            var line = string.Create(CultureInfo.InvariantCulture, $"{Stopwatch.GetTimestamp()} {deed} {subject} {part}\n");
            File.Write(Encoding.UTF8.GetBytes(line));
        }
    }

    private static FileStream? Open()
    {
        if (Environment.GetEnvironmentVariable(Setting) is not { Length: > 0 } folder)
        {
            return null;
        }

        var path = Path.Combine(folder, $"{Guid.NewGuid():N}.journal");
        FileStream file = new(path, FileMode.CreateNew, FileAccess.Write, FileShare.Read, bufferSize: 0);
        using var self = Process.GetCurrentProcess();
        var age = (DateTime.UtcNow - self.StartTime.ToUniversalTime()).TotalSeconds * Stopwatch.Frequency;
        file.Write(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Stopwatch.GetTimestamp() - (long)age}\n")));
        return file;
    }
}
