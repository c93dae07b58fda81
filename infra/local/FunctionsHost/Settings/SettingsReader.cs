using System.Collections;
using System.Globalization;
using LocalFunctionsHost.Commands;
using LocalFunctionsHost.State;

namespace LocalFunctionsHost.Settings;

/// <summary>Reads all settings, in the order in which they win: the setup's, the environment, local.settings.json.</summary>
internal static class SettingsReader
{
    private const string Runtime = "FUNCTIONS_WORKER_RUNTIME";
    private const string IsolatedRuntime = "dotnet-isolated";
    private const string StorageAccount = "AzureWebJobsStorage";

    // An account is named by a connection string, or, where an identity opens it, by one of these.
    private static readonly string[] StorageNames =
    [
        StorageAccount,
        $"{StorageAccount}:accountName",
        $"{StorageAccount}:blobServiceUri",
        $"{StorageAccount}:queueServiceUri",
        $"{StorageAccount}:tableServiceUri",
    ];

    /// <summary>Reads and checks.</summary>
    /// <param name="setup">What the process gives.</param>
    /// <exception cref="HostStartException">Something is wrong; the message names it.</exception>
    public static HostSettings Read(HostSetup setup)
    {
        var arguments = CommandLine.Parse(setup.Arguments);
        var app = Path.GetFullPath(arguments.AppFolder ?? setup.AppFolder ?? ".", setup.WorkingDirectory);
        var local = LocalSettingsFile.Read(setup.WorkingDirectory, app);
        var environment = setup.ReadEnvironment ? Environment.GetEnvironmentVariables().Cast<DictionaryEntry>() : [];
        var all = new Dictionary<string, string?>(local.Values, SettingNames.Comparer);
        foreach (var variable in environment)
        {
            all[(string)variable.Key] = (string?)variable.Value;
        }

        foreach (var (name, value) in setup.Settings)
        {
            all[name] = value;
        }

        CheckRuntime(all.GetValueOrDefault(Runtime));
        var settings = new ConfigurationBuilder().AddInMemoryCollection(Normalized(all)).Build();
        var host = HostJsonFile.Read(app, settings);
        var state = StateLocation.Find(arguments.StateFolder ?? setup.StateFolder ?? settings["FUNCTIONS_HOST_STATE"], setup.WorkingDirectory);
        var problems = CheckHostJson(host);
        var hasAccount = StorageNames.Any(name => !string.IsNullOrWhiteSpace(all.GetValueOrDefault(name)));
        if (!hasAccount)
        {
            HostJsonFile.UseSqlite(host, Path.Combine(state, "durable.db"));
        }

        // Set in a container, this would make the extension take the host for Azure's Consumption plan.
        host["CONTAINER_NAME"] = "";
        host["AzureWebJobsConfigurationSection"] = HostSettings.HostJsonSection;
        return new HostSettings
        {
            AppFolder = app,
            StateFolder = state,
            Configuration = new ConfigurationBuilder().AddInMemoryCollection(Normalized(all)).AddInMemoryCollection(host).Build(),
            WorkerEnvironment = ForWorker(all, local, setup),
            Addresses = arguments.Command is ServeCommand serve ? ListenAddresses.Of(serve, settings, local.Port) : [],
            AllowNonLoopback = arguments.Command is ServeCommand { AllowNonLoopback: true },
            Verbose = arguments.Verbose,
            RoutePrefix = (host.GetValueOrDefault($"{HostSettings.HostJsonSection}:extensions:http:routePrefix") ?? "api").Trim('/'),
            FunctionTimeout = FunctionTimeout(host.GetValueOrDefault($"{HostSettings.HostJsonSection}:functionTimeout")),
            HasStorageAccount = hasAccount,
            StartupHook = local.StartupHook is { Length: > 0 } hook ? Locate(hook, local.Folder!, app) : null,
            Warnings = problems.Unknown,
        };
    }

    private static void CheckRuntime(string? runtime)
    {
        if (!string.IsNullOrEmpty(runtime) && !string.Equals(runtime, IsolatedRuntime, StringComparison.OrdinalIgnoreCase))
        {
            throw new HostStartException($"The setting {Runtime} is '{runtime}'; this host runs apps of {IsolatedRuntime} only.");
        }
    }

    private static HostJsonProblems CheckHostJson(Dictionary<string, string?> host)
    {
        var root = new ConfigurationBuilder().AddInMemoryCollection(host).Build().GetSection(HostSettings.HostJsonSection);
        var problems = HostJsonCheck.Of(root);
        return problems.Wrong.Count == 0 ? problems : throw new HostStartException(string.Join(Environment.NewLine, problems.Wrong));
    }

    private static Dictionary<string, string?> Normalized(Dictionary<string, string?> all)
    {
        var normalized = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase) { [Runtime] = IsolatedRuntime };
        foreach (var (name, value) in all)
        {
            normalized[SettingNames.Normalize(name)] = value;
        }

        normalized[Runtime] = IsolatedRuntime;
        return normalized;
    }

    private static Dictionary<string, string?> ForWorker(Dictionary<string, string?> all, LocalSettings local, HostSetup setup)
    {
        // The names that the person wrote: an app may ask for a variable by the very name.
        var worker = all.Where(setting => local.Values.ContainsKey(setting.Key) || setup.Settings.Keys.Contains(setting.Key, SettingNames.Comparer))
            .ToDictionary(setting => setting.Key, setting => setting.Value, SettingNames.Comparer);
        worker[Runtime] = IsolatedRuntime;
        if (!all.ContainsKey("AZURE_FUNCTIONS_ENVIRONMENT") && !all.ContainsKey("DOTNET_ENVIRONMENT"))
        {
            // Core Tools makes every local run a development run.
            worker["AZURE_FUNCTIONS_ENVIRONMENT"] = "Development";
        }

        return worker;
    }

    private static TimeSpan? FunctionTimeout(string? text) => text switch
    {
        null => TimeSpan.FromMinutes(30),
        "-1" => null,
        _ => TimeSpan.Parse(text, CultureInfo.InvariantCulture),
    };

    private static string Locate(string hook, params IEnumerable<string> folders) =>
        folders.Select(folder => Path.GetFullPath(hook, folder)).FirstOrDefault(File.Exists)
        ?? throw new HostStartException($"local.settings.json: Host.StartupHook names {hook}, which is neither beside the file nor in the app's folder.");
}
