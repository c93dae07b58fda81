using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace LocalHost.Tests.Support;

/// <summary>What Linux tells of processes that are not this one, under /proc.</summary>
internal static partial class ProcessTable
{
    private const int TerminateSignal = 15;
    private const int StateField = 0;
    private const int ParentField = 1;
    private const string ResidentLine = "VmRSS:";

    /// <summary>The processes that another one has started and that live.</summary>
    /// <param name="parent">The other one.</param>
    /// <returns>Their ids.</returns>
    public static IReadOnlyList<int> Children(int parent) =>
    [
        .. Directory
            .EnumerateDirectories("/proc")
            .Select(Path.GetFileName)
            .Select(Number)
            .OfType<int>()
            .Where(id => ParentOf(id) == parent),
    ];

    /// <summary>Whether a process lives: one that has ended and that nobody has waited for does not.</summary>
    /// <param name="process">Its id.</param>
    public static bool Lives(int process) => Fields(process) is { } fields && fields[StateField] is not "Z";

    /// <summary>A process's resident memory, in bytes.</summary>
    /// <param name="process">Its id.</param>
    /// <returns>The memory.</returns>
    public static long Memory(int process)
    {
        var line = File.ReadLines($"/proc/{process}/status").First(line => line.StartsWith(ResidentLine, StringComparison.Ordinal));
        return long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture) * 1024;
    }

    /// <summary>The processor time that a process has had.</summary>
    /// <param name="process">Its id.</param>
    /// <returns>The time.</returns>
    public static TimeSpan ProcessorTime(int process)
    {
        using var found = Process.GetProcessById(process);
        return found.TotalProcessorTime;
    }

    /// <summary>Asks a process to end.</summary>
    /// <param name="process">Its id.</param>
    public static void Terminate(int process) => _ = Signal(process, TerminateSignal);

    /// <summary>SIGKILL, to those that still live.</summary>
    /// <param name="processes">Their ids.</param>
    public static void Kill(IEnumerable<int> processes)
    {
        foreach (var process in processes)
        {
            try
            {
                using var found = Process.GetProcessById(process);
                found.Kill();
            }
            catch (Exception gone) when (gone is ArgumentException or InvalidOperationException)
            {
                // It was faster.
            }
        }
    }

    private static int? ParentOf(int process) =>
        Fields(process) is { } fields ? int.Parse(fields[ParentField], CultureInfo.InvariantCulture) : null;

    // "pid (name) state parent ...": the name may hold anything, so the fields are those after its last bracket.
    private static string[]? Fields(int process)
    {
        try
        {
            var line = File.ReadAllText($"/proc/{process}/stat");
            return line[(line.LastIndexOf(')') + 2)..].Split(' ');
        }
        catch (IOException)
        {
            return null; // it may have ended meanwhile
        }
    }

    private static int? Number(string? name) => int.TryParse(name, CultureInfo.InvariantCulture, out var number) ? number : null;

    [LibraryImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Signal(int process, int signal);
}
