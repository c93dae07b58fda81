using LocalHost.Tests.Support;

namespace FuseDeskFlows.Benchmarks.Processes;

/// <summary>Where the repository's programs are, in the configuration that this one was built in.</summary>
internal static class RepositoryPaths
{
    /// <summary>The local host.</summary>
    public static string Host => Path.Combine(Repository.Output("infra/local/FunctionsHost"), "FunctionsHost.dll");

    public static string FunctionApp => Repository.Output("FunctionApp");

    /// <summary>The app with a batch run of the benchmark's own.</summary>
    public static string BatchApp => Repository.Output("FunctionApp.Benchmarks/BatchApp");

    /// <summary>The app that loads its host.</summary>
    public static string LoadApp => Repository.Output("FunctionApp.Benchmarks/LoadApp");
}
