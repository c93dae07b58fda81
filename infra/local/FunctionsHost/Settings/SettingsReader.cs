namespace LocalFunctionsHost.Settings;

/// <summary>Reads all settings, in the order in which they win: the setup's, the environment, local.settings.json.</summary>
internal static class SettingsReader
{
    private const string Runtime = "FUNCTIONS_WORKER_RUNTIME";
    private const string IsolatedRuntime = "dotnet-isolated";

    // An account is named by a connection string, or, where an identity opens it, by one of the others.
    private static readonly string[] StorageNames =
    [
        "AzureWebJobsStorage",
        "AzureWebJobsStorage:accountName",
        "AzureWebJobsStorage:blobServiceUri",
        "AzureWebJobsStorage:queueServiceUri",
        "AzureWebJobsStorage:tableServiceUri",
    ];

    /// <exception cref="HostStartException">Something is wrong; the message names it.</exception>
    public static HostSettings Read(HostSetup setup)
    {
        var app = Path.GetFullPath(setup.AppFolder, setup.WorkingDirectory);
        var local = LocalSettings.Read(setup.WorkingDirectory, app);
        var sources = new ConfigurationBuilder().AddInMemoryCollection(Normalized(local.Values));
        if (setup.ReadEnvironment)
        {
            sources.AddEnvironmentVariables();
        }

        var settings = sources.AddInMemoryCollection(Normalized(setup.Settings)).Build();
        CheckRuntime(settings[Runtime]);
        var hasAccount = StorageNames.Any(name => !string.IsNullOrWhiteSpace(settings[name]));
        var state = StateLocation.Find(setup.StateFolder ?? settings["FUNCTIONS_HOST_STATE"], setup.WorkingDirectory);
        var host = HostJsonFile.Read(app, settings);
        var hostJson = new ConfigurationBuilder().AddInMemoryCollection(host).Build().GetSection(HostSettings.HostJsonSection);
        var unknown = HostJsonCheck.UnknownNames(hostJson, hasAccount ? [] : ["path", "retention"]);
        if (!hasAccount)
        {
            HostJsonFile.UseSqlite(host, Path.Combine(state, "durable.db"));
        }

        // Set in a container, this would make the extension take the host for Azure's Consumption plan.
        host["CONTAINER_NAME"] = "";
        host[Runtime] = IsolatedRuntime;
        host["AzureWebJobsConfigurationSection"] = HostSettings.HostJsonSection;
        return new HostSettings
        {
            AppFolder = app,
            StateFolder = state,
            Configuration = sources.AddInMemoryCollection(host).Build(),
            WorkerEnvironment = ForWorker(settings, local.Values.Keys.Concat(setup.Settings.Keys)),
            Addresses = setup.Invoke is null ? ListenAddresses.Of(setup, settings, local.Port) : [],
            AllowNonLoopback = setup.AllowNonLoopback,
            RoutePrefix = (hostJson["extensions:http:routePrefix"] ?? "api").Trim('/'),
            FunctionTimeout = FunctionTimeout(hostJson["functionTimeout"]),
            HasStorageAccount = hasAccount,
            StartPage = local.StartPage is { Length: > 0 } page ? page : null,
            StartupHook = local.StartupHook is { Length: > 0 } hook ? Locate(hook, local.Folder!, app) : null,
            Warnings = unknown,
        };
    }

    private static void CheckRuntime(string? runtime)
    {
        if (!string.IsNullOrEmpty(runtime) && !string.Equals(runtime, IsolatedRuntime, StringComparison.OrdinalIgnoreCase))
        {
            throw new HostStartException($"The setting {Runtime} is '{runtime}'; this host runs apps of {IsolatedRuntime} only.");
        }
    }

    private static IEnumerable<KeyValuePair<string, string?>> Normalized(IReadOnlyDictionary<string, string?> settings) =>
        settings.Select(setting => KeyValuePair.Create(SettingNames.Normalize(setting.Key), setting.Value));

    // The names that the person wrote: an app may ask for a variable by the very name.
    private static Dictionary<string, string?> ForWorker(IConfiguration settings, IEnumerable<string> written)
    {
        var worker = written.Distinct(SettingNames.Comparer)
            .ToDictionary(name => name, name => settings[SettingNames.Normalize(name)], SettingNames.Comparer);
        worker[Runtime] = IsolatedRuntime;
        if (settings["AZURE_FUNCTIONS_ENVIRONMENT"] is null && settings["DOTNET_ENVIRONMENT"] is null)
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
        ?? throw new HostStartException(
            $"local.settings.json: Host.StartupHook names {hook}, which is neither beside the file nor in the app's folder.");
}
