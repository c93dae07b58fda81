using System.Reflection;
using LocalFunctionsHost;
using LocalFunctionsHost.Debugging;

#pragma warning disable CA1050, MA0047 // .NET looks for the type in no namespace.

/// <summary>
/// .NET runs this before the app's own code where <c>DOTNET_STARTUP_HOOKS</c> names this assembly: the app is the process, a debugger sees
/// all of it, and the host is a guest in it.
/// </summary>
internal static class StartupHook
{
    public static void Initialize()
    {
        // The app may have newer packages than the host. So the host is loaded a second time, with its own.
        var host = typeof(StartupHook).Assembly.Location;
        var packages = new PackageLoadContext(host);
        using var reflection = packages.EnterContextualReflection();
        packages.LoadFromAssemblyPath(host).GetType(typeof(GuestHost).FullName!)!
            .GetMethod(nameof(GuestHost.Start), BindingFlags.Public | BindingFlags.Static)!.Invoke(null, null);
    }
}
