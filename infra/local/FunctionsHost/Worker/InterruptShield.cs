using System.Runtime.InteropServices;

namespace LocalFunctionsHost.Worker;

/// <summary>
/// Starts processes that Ctrl+C does not end. A terminal sends it to all that was started in it; the host stops, and needs the worker until
/// what runs has ended. On Unix a process inherits which signals are ignored, and .NET has no other way to say so.
/// </summary>
internal static class InterruptShield
{
    private const int Interrupt = 2;
    private const byte Ignore = 1;

    // More than any system's struct sigaction, whose first field is the handler; the rest is handed back as it came.
    private const int ActionSize = 512;

    private static readonly Lock Gate = new();

    public static void Start(Process process)
    {
        if (OperatingSystem.IsWindows())
        {
            process.StartInfo.CreateNewProcessGroup = true;
            process.Start();
            return;
        }

        lock (Gate)
        {
            var (ignore, before) = (new byte[ActionSize], new byte[ActionSize]);
            ignore[0] = Ignore;
            var isIgnored = SetAction(Interrupt, ignore, before) == 0;
            try
            {
                process.Start();
            }
            finally
            {
                if (isIgnored)
                {
                    _ = SetAction(Interrupt, before, null);
                }
            }
        }
    }

    [DllImport("libc", EntryPoint = "sigaction")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SetAction(int signal, byte[] action, byte[]? before);
}
