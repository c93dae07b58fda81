namespace FuseDeskFlows.Benchmarks.Processes;

/// <summary>Where the repository's programs are, in the configuration that this one was built in.</summary>
internal static class RepositoryPaths
{
    private const string Solution = "FuseDeskFlows.sln";

    private static readonly string Root = FindRoot();

    /// <summary>The local host.</summary>
    public static string Host => Path.Combine(Output("infra/local/FunctionsHost"), "FunctionsHost.dll");

    /// <summary>The app.</summary>
    public static string FunctionApp => Output("FunctionApp");

    /// <summary>The app with a batch run of the benchmark's own.</summary>
    public static string BatchApp => Output("FunctionApp.Benchmarks/BatchApp");

    /// <summary>The app that loads its host.</summary>
    public static string LoadApp => Output("FunctionApp.Benchmarks/LoadApp");

    /// <summary>Microsoft's emulator of Azure Storage, as the checks install it.</summary>
    public static string Azurite => Path.Combine(Root, ".ci", "node_modules", ".bin", "azurite");

    // bin/<configuration>/<framework>, as this program's own.
    private static string Output(string project)
    {
        var framework = new DirectoryInfo(AppContext.BaseDirectory);
        return Path.Combine(Root, project, "bin", framework.Parent!.Name, framework.Name);
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, Solution)))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException($"The benchmarks run inside the repository, and no folder above them holds {Solution}.");
    }
}
