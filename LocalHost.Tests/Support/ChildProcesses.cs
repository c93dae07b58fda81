using System.Runtime.CompilerServices;

namespace LocalHost.Tests.Support;

/// <summary>
/// What every process that a test starts has in its environment. It lives for seconds: code that is compiled a second time, to run faster
/// later, costs a third of its processor time and is never worth it.
/// </summary>
internal static class ChildProcesses
{
    // Hexadecimal milliseconds without new code before any is compiled again: half a minute.
    private const string Never = "7530";

    [ModuleInitializer]
    internal static void Prepare()
    {
        // This process has read its own settings long ago.
        Environment.SetEnvironmentVariable("DOTNET_TieredPGO", "0");
        Environment.SetEnvironmentVariable("DOTNET_TC_CallCountingDelayMs", Never);
    }
}
