using System.Diagnostics;
using System.Globalization;

namespace FuseDeskFlows.Benchmarks.Processes;

/// <summary>How the local host is started: the one place that knows its command line.</summary>
/// <param name="AppFolder">The built app.</param>
/// <param name="StateFolder">What outlives the process.</param>
/// <param name="Port">Where it serves.</param>
internal sealed record HostCommand(string AppFolder, string StateFolder, int Port)
{
    /// <summary>The file in the state folder that durable state is in.</summary>
    public const string DurableFile = "durable.db";

    private const string StorageAccount = "AzureWebJobsStorage";

    /// <summary>The app's settings, in the environment.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The connection string of a storage account, for Microsoft's provider. Null: SQLite.</summary>
    public string? Storage { get; init; }

    /// <summary>The process to start.</summary>
    /// <returns>Its file, arguments and environment.</returns>
    public ProcessStartInfo ToStartInfo()
    {
        var start = new ProcessStartInfo("dotnet")
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = StateFolder,
        };
        string[] arguments =
        [
            "exec", RepositoryPaths.Host, "--app", AppFolder, "--state", StateFolder, "--port", Port.ToString(CultureInfo.InvariantCulture),
        ];
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var (name, value) in Settings)
        {
            start.Environment[name] = value;
        }

        start.Environment[StorageAccount] = Storage ?? "";
        return start;
    }
}
