using System.Globalization;
using Microsoft.Azure.WebJobs.Extensions.DurableTask;
using Microsoft.Azure.WebJobs.Host;

namespace LocalFunctionsHost.Settings;

/// <summary>Compares host.json with what the host and its extensions read of it.</summary>
internal sealed class HostJsonCheck
{
    // The host's own parts, which have no type here; extensions of other names are their own affair.
    private static readonly string[] TopLevel =
    [
        "version", "functionTimeout", "logging", "extensions", "extensionBundle", "managedDependency", "healthMonitor", "singleton", "aggregator",
        "concurrency", "retry", "functions", "watchDirectories", "watchFiles", "customHandler", "telemetryMode", "sendCanceledInvocationsToWorker",
        "httpWorker", "id", "http", "queues", "blobs", "serviceBus", "eventHub", "applicationInsights", "tracing",
    ];

    private static readonly string[] Logging = ["fileLoggingMode", "logLevel", "console", "applicationInsights", "disableColors"];
    private static readonly string[] Extensions = ["http", "queues", "durableTask"];
    private static readonly string[] Http =
        ["routePrefix", "maxOutstandingRequests", "maxConcurrentRequests", "dynamicThrottlesEnabled", "customHeaders", "hsts"];

    // Where the types do not say the range themselves, or refuse without a word.
    private static readonly Dictionary<string, (int Low, int High)> Ranges = new(StringComparer.OrdinalIgnoreCase)
    {
        ["extensions.queues.batchSize"] = (1, 32),
        ["extensions.queues.newBatchThreshold"] = (0, 10_000),
        ["extensions.durableTask.maxConcurrentActivityFunctions"] = (1, 10_000),
        ["extensions.durableTask.maxConcurrentOrchestratorFunctions"] = (1, 10_000),
        ["extensions.durableTask.maxConcurrentEntityFunctions"] = (1, 10_000),
        ["extensions.durableTask.storageProvider.partitionCount"] = (1, 16),
    };

    private readonly List<string> _wrong = [];
    private readonly List<string> _unknown = [];

    /// <summary>Checks.</summary>
    /// <param name="host">host.json, from its root.</param>
    public static HostJsonProblems Of(IConfiguration host)
    {
        var check = new HostJsonCheck();
        check.CheckHost(host);
        return new(check._wrong, check._unknown);
    }

    private void CheckHost(IConfiguration host)
    {
        CheckNames(host, "", TopLevel);
        CheckNames(host.GetSection("logging"), "logging", Logging);
        CheckNames(host.GetSection("extensions:http"), "extensions.http", Http);
        CheckExtensions(host.GetSection("extensions"));
        if (host["version"] is { } version && version is not "2.0")
        {
            _wrong.Add($"host.json: version is '{version}'; only \"2.0\" is known.");
        }

        if (host["functionTimeout"] is { } timeout && timeout is not "-1" && !(TimeSpan.TryParse(timeout, CultureInfo.InvariantCulture, out var time) && time > TimeSpan.Zero))
        {
            _wrong.Add($"host.json: functionTimeout is '{timeout}'; it must be a time (hh:mm:ss), or -1 for none.");
        }

        foreach (var level in host.GetSection("logging:logLevel").GetChildren().Where(level => !Enum.TryParse<LogLevel>(level.Value, ignoreCase: true, out _)))
        {
            _wrong.Add($"host.json: logging.logLevel.{level.Key} is '{level.Value}'; it must be one of {string.Join(", ", Enum.GetNames<LogLevel>())}.");
        }

        CheckOptions(host.GetSection("extensions:queues"), "extensions.queues", typeof(QueuesOptions));
        CheckOptions(host.GetSection("extensions:durableTask"), "extensions.durableTask", typeof(DurableTaskOptions));
        var storage = host.GetSection("extensions:durableTask:storageProvider");
        if (storage["type"] is null || string.Equals(storage["type"], "azureStorage", StringComparison.OrdinalIgnoreCase))
        {
            CheckOptions(storage, "extensions.durableTask.storageProvider", typeof(AzureStorageOptions), "type");
        }
    }

    private void CheckNames(IConfiguration section, string path, IReadOnlyCollection<string> known)
    {
        foreach (var child in section.GetChildren().Where(child => !known.Contains(child.Key, StringComparer.OrdinalIgnoreCase)))
        {
            AddUnknown(path, child.Key, SimilarName.Of(child.Key, known));
        }
    }

    // An extension that is not known here may be there on Azure; one that is nearly called as a known one is not meant.
    private void CheckExtensions(IConfigurationSection section)
    {
        foreach (var child in section.GetChildren().Where(child => !Extensions.Contains(child.Key, StringComparer.OrdinalIgnoreCase)))
        {
            if (SimilarName.Of(child.Key, Extensions) is { } similar)
            {
                AddUnknown("extensions", child.Key, similar);
            }
        }
    }

    private void CheckOptions(IConfigurationSection section, string path, Type type, params string[] more)
    {
        var options = new OptionsType(type);
        CheckNames(section, path, [.. options.Names, .. more]);
        foreach (var child in section.GetChildren())
        {
            if (options.Nested(child.Key) is { } nested)
            {
                CheckOptions(child, $"{path}.{child.Key}", nested);
            }
            else if (child.Value is { } value && (OutOfRange($"{path}.{child.Key}", value) ?? options.Complaint(child.Key, value)) is { } complaint)
            {
                _wrong.Add($"host.json: {path}.{child.Key} is '{value}'; {complaint}.");
            }
        }
    }

    private static string? OutOfRange(string place, string value) =>
        Ranges.TryGetValue(place, out var range)
        && !(int.TryParse(value, CultureInfo.InvariantCulture, out var number) && number >= range.Low && number <= range.High)
            ? string.Create(CultureInfo.InvariantCulture, $"it must be a whole number from {range.Low} to {range.High}")
            : null;

    private void AddUnknown(string path, string name, string? similar)
    {
        var place = path.Length == 0 ? name : $"{path}.{name}";
        _unknown.Add($"host.json: {place} is not known and has no effect{(similar is null ? "." : $"; did you mean {similar}?")}");
    }
}
