using LocalHost.Tests.Support;

namespace FuseDeskFlows.Tests.EndToEnd;

/// <summary>Where the build has left the app and the host that runs it, of the same configuration as these tests.</summary>
internal static class BuiltApp
{
    /// <summary>The app's folder.</summary>
    public static string Folder { get; } = Repository.Output("FunctionApp");

    public static string HostAssembly { get; } = Path.Combine(Repository.Output("infra/local/FunctionsHost"), "FunctionsHost.dll");
}
