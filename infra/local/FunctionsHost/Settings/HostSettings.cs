namespace LocalFunctionsHost.Settings;

/// <summary>What the command line, host.json, local.settings.json and the environment say, checked.</summary>
internal sealed record HostSettings
{
    /// <summary>Where host.json stands in <see cref="Configuration"/>, as extensions expect it.</summary>
    public const string HostJsonSection = "AzureFunctionsJobHost";

    /// <summary>The folder of the built app.</summary>
    public required string AppFolder { get; init; }
    /// <summary>The app's assembly, which the worker is started with.</summary>
    public string AppAssembly { get; init; } = "";
    public string AppName => Path.GetFileNameWithoutExtension(AppAssembly);
    /// <summary>What the host is called where several might be: the app's name, in small letters.</summary>
    public string HostId => AppName.ToLowerInvariant();
    /// <summary>The folder that outlives the process.</summary>
    public required string StateFolder { get; init; }
    /// <summary>The app's settings, and host.json below <see cref="HostJsonSection"/>.</summary>
    public required IConfiguration Configuration { get; init; }
    /// <summary>The settings that the worker's environment must have, beyond what this process's environment has.</summary>
    public required IReadOnlyDictionary<string, string?> WorkerEnvironment { get; init; }
    /// <summary>Where to listen; empty: no port, and no triggers but those of Durable Functions.</summary>
    public IReadOnlyList<string> Addresses { get; init; } = [];
    /// <summary>Whether other machines may call.</summary>
    public bool AllowNonLoopback { get; init; }
    /// <summary>What stands before the routes of functions, without slashes; empty for nothing.</summary>
    public string RoutePrefix { get; init; } = "api";
    /// <summary>How long a function may run; null for ever.</summary>
    public TimeSpan? FunctionTimeout { get; init; } = TimeSpan.FromMinutes(30);
    /// <summary>Whether a storage account keeps durable state and queues, instead of the state folder.</summary>
    public bool HasStorageAccount { get; init; }
    /// <summary>The assembly to load before the worker starts; null for none.</summary>
    public string? StartupHook { get; init; }
    /// <summary>The path of the app's page for people, which is named at the start; null for none.</summary>
    public string? StartPage { get; init; }
    /// <summary>What host.json says in vain, a sentence each.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>The same with more settings, which win over those that there are.</summary>
    public HostSettings With(IReadOnlyCollection<KeyValuePair<string, string?>> more)
    {
        var worker = new Dictionary<string, string?>(WorkerEnvironment, SettingNames.Comparer);
        foreach (var (name, value) in more)
        {
            worker[name] = value;
        }

        var normalized = more.Select(setting => KeyValuePair.Create(SettingNames.Normalize(setting.Key), setting.Value));
        var configuration = new ConfigurationBuilder().AddConfiguration(Configuration).AddInMemoryCollection(normalized).Build();
        return this with { WorkerEnvironment = worker, Configuration = configuration };
    }

    /// <summary>Whether a function was switched off by <c>AzureWebJobs.NAME.Disabled</c>.</summary>
    public bool IsDisabled(string function) => Configuration[$"AzureWebJobs.{function}.Disabled"]?.ToUpperInvariant() is "1" or "TRUE";
}
