using FuseDeskFlows.EmbeddedHost.Engine.Versions;
using FuseDeskFlows.EmbeddedHost.Queues;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace FuseDeskFlows.EmbeddedHost.Hosting.Configuration;

/// <summary>Reads host.json.</summary>
internal static class HostJsonFile
{
    /// <summary>Reads the file in the folder; without one, the defaults hold. Settings AzureFunctionsJobHost:... override it, as on Azure.</summary>
    /// <exception cref="HostStartException">The file is not JSON, or a value is out of its range.</exception>
    public static HostJson Read(string folder, IConfiguration settings)
    {
        var path = Path.Combine(folder, "host.json");

        // Copied, not chained: a chained configuration takes an empty text, such as no route prefix, for no text.
        var builder = new ConfigurationBuilder();
        if (File.Exists(path))
        {
            builder.AddInMemoryCollection(JsonSettings.Read(path).AsEnumerable());
        }

        builder.AddInMemoryCollection(settings.GetSection("AzureFunctionsJobHost").AsEnumerable(makePathsRelative: true));
        return Read(new SettingReader(builder.Build(), "host.json"));
    }

    private static HostJson Read(SettingReader file)
    {
        if (file.Text("version") is { } version && !string.Equals(version, "2.0", StringComparison.Ordinal))
        {
            throw new HostStartException($"host.json: version is '{version}'; only \"2.0\" is known.");
        }

        var defaults = new HostJson();
        const string durable = "extensions:durableTask:";
        return new HostJson
        {
            RoutePrefix = (file.Text("extensions:http:routePrefix") ?? defaults.RoutePrefix).Trim('/'),
            HubName = file.Text(durable + "hubName") ?? defaults.HubName,
            Versions = new()
            {
                Default = file.Text(durable + "defaultVersion") ?? defaults.Versions.Default,
                Match = file.Word<VersionMatch>(durable + "versionMatchStrategy") ?? defaults.Versions.Match,
                Mismatch = file.Word<VersionMismatch>(durable + "versionFailureStrategy") ?? defaults.Versions.Mismatch,
            },
            MaxConcurrentActivities = file.Int(durable + "maxConcurrentActivityFunctions", 1, 10_000) ?? defaults.MaxConcurrentActivities,
            MaxConcurrentOrchestrations = file.Int(durable + "maxConcurrentOrchestratorFunctions", 1, 10_000) ?? defaults.MaxConcurrentOrchestrations,
            MaxConcurrentEntities = file.Int(durable + "maxConcurrentEntityFunctions", 1, 10_000) ?? defaults.MaxConcurrentEntities,
            Queues = ReadQueues(file),
            LogLevels = ReadLogLevels(file),
        };
    }

    private static QueueOptions ReadQueues(SettingReader file)
    {
        const string queues = "extensions:queues:";
        var defaults = new QueueOptions();
        var batchSize = file.Int(queues + "batchSize", 1, 32) ?? defaults.BatchSize;
        return new QueueOptions
        {
            BatchSize = batchSize,
            NewBatchThreshold = file.Int(queues + "newBatchThreshold", 0, 10_000) ?? batchSize / 2,
            MaxDequeueCount = file.Int(queues + "maxDequeueCount", 1, 10_000) ?? defaults.MaxDequeueCount,
            VisibilityTimeout = file.Time(queues + "visibilityTimeout", TimeSpan.Zero, TimeSpan.FromDays(7)) ?? defaults.VisibilityTimeout,
            MaxPollingInterval = file.Time(queues + "maxPollingInterval", TimeSpan.FromMilliseconds(100), TimeSpan.FromHours(1))
                ?? defaults.MaxPollingInterval,
            Base64 = file.Text(queues + "messageEncoding")?.ToUpperInvariant() switch
            {
                null or "BASE64" => true,
                "NONE" => false,
                var other => throw new HostStartException($"host.json: extensions.queues.messageEncoding is '{other}'; it is base64 or none."),
            },
        };
    }

    private static Dictionary<string, string> ReadLogLevels(SettingReader file)
    {
        var levels = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (category, level) in file.Section("logging:logLevel"))
        {
            levels[category] = Enum.TryParse<LogLevel>(level, ignoreCase: true, out _)
                ? level
                : throw new HostStartException($"host.json: logging.logLevel.{category} is '{level}'; known are {string.Join(", ", Enum.GetNames<LogLevel>())}.");
        }

        return levels;
    }
}
