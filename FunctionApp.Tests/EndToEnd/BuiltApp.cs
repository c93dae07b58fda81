using FuseDeskFlows.Tests.Infra;

namespace FuseDeskFlows.Tests.EndToEnd;

/// <summary>Where the build has left the app and the host that runs it, of the same configuration as these tests.</summary>
internal static class BuiltApp
{
    private static readonly string Configuration = Path.Combine([.. AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar).Split(Path.DirectorySeparatorChar)[^2..]]);

    /// <summary>The app's folder.</summary>
    public static string Folder { get; } = Path.Combine(RepositoryFiles.Root, "FunctionApp", "bin", Configuration);

    /// <summary>The host.</summary>
    public static string HostAssembly { get; } = Path.Combine(RepositoryFiles.Root, "infra", "local", "FunctionsHost", "bin", Configuration, "FunctionsHost.dll");
}
