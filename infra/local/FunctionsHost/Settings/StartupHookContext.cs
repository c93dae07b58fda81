using System.Reflection;
using System.Runtime.Loader;

namespace LocalFunctionsHost.Settings;

/// <summary>Keeps a start-up hook's assemblies apart from the host's: each finds its own versions.</summary>
/// <param name="path">The hook's assembly.</param>
internal sealed class StartupHookContext(string path) : AssemblyLoadContext(Path.GetFileNameWithoutExtension(path))
{
    private readonly AssemblyDependencyResolver _resolver = new(path);

    /// <inheritdoc />
    protected override Assembly? Load(AssemblyName assemblyName) =>
        _resolver.ResolveAssemblyToPath(assemblyName) is { } found ? LoadFromAssemblyPath(found) : null;

    /// <inheritdoc />
    protected override IntPtr LoadUnmanagedDll(string unmanagedDllName) =>
        _resolver.ResolveUnmanagedDllToPath(unmanagedDllName) is { } found ? LoadUnmanagedDllFromPath(found) : IntPtr.Zero;
}
