using System.ComponentModel;
using System.Reflection;
using Microsoft.Azure.WebJobs.Host;

namespace LocalFunctionsHost.Settings;

/// <summary>Compares host.json with what the host and its extensions read of it.</summary>
internal sealed class HostJsonCheck
{
    // The host's own parts, which have no type here; extensions of other names are their own affair.
    private static readonly string[] TopLevel =
    [
        "version", "functionTimeout", "logging", "extensions", "extensionBundle", "managedDependency", "healthMonitor", "singleton",
        "aggregator", "concurrency", "retry", "functions", "watchDirectories", "watchFiles", "customHandler", "telemetryMode", "httpWorker",
        "sendCanceledInvocationsToWorker", "id", "http", "queues", "blobs", "serviceBus", "eventHub", "applicationInsights", "tracing",
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

    /// <summary>The names that nobody reads, nor the local storage (<paramref name="ofSqlite"/>): they have no effect.</summary>
    /// <exception cref="HostStartException">Values cannot be; the message names them all.</exception>
    public static IReadOnlyList<string> UnknownNames(IConfigurationSection host, params string[] ofSqlite)
    {
        var check = new HostJsonCheck();
        check.Check(host, ofSqlite);
        return check._wrong.Count == 0 ? check._unknown : throw new HostStartException(string.Join(Environment.NewLine, check._wrong));
    }

    private void Check(IConfigurationSection host, string[] ofSqlite)
    {
        CheckNames(host, TopLevel);
        CheckNames(host.GetSection("logging"), Logging);
        CheckNames(host.GetSection("extensions:http"), Http);

        // An extension that is not known here may be there on Azure; one that is nearly called as a known one is not meant.
        CheckNames(host.GetSection("extensions"), Extensions, onlySimilar: true);
        Require(host.GetSection("version"), version => version is "2.0", "only \"2.0\" is known");
        Require(host.GetSection("functionTimeout"), IsTimeout, "it must be a time (hh:mm:ss), or -1 for none");
        foreach (var level in host.GetSection("logging:logLevel").GetChildren())
        {
            var names = string.Join(", ", Enum.GetNames<LogLevel>());
            Require(level, value => Enum.TryParse<LogLevel>(value, ignoreCase: true, out _), $"it must be one of {names}");
        }

        CheckOptions(host.GetSection("extensions:queues"), typeof(QueuesOptions));
        CheckOptions(host.GetSection("extensions:durableTask"), typeof(DurableTaskOptions));
        var storage = host.GetSection("extensions:durableTask:storageProvider");
        if (storage["type"] is null || string.Equals(storage["type"], "azureStorage", StringComparison.OrdinalIgnoreCase))
        {
            CheckOptions(storage, typeof(AzureStorageOptions), ["type", .. ofSqlite]);
        }
    }

    private void CheckNames(IConfigurationSection section, IReadOnlyCollection<string> known, bool onlySimilar = false)
    {
        foreach (var child in section.GetChildren().Where(child => !known.Contains(child.Key, StringComparer.OrdinalIgnoreCase)))
        {
            var similar = SimilarName.Of(child.Key, known);
            if (similar is not null || !onlySimilar)
            {
                var meant = similar is null ? "." : $"; did you mean {similar}?";
                _unknown.Add($"host.json: {Place(child)} is not known and has no effect{meant}");
            }
        }
    }

    // What there is, and what it takes, the type itself says; it has a constructor without parameters.
    private void CheckOptions(IConfigurationSection section, Type type, params string[] more)
    {
        var properties = type.GetProperties()
            .Where(property => property.SetMethod is { IsPublic: true } || IsOptions(property.PropertyType))
            .ToDictionary(property => property.Name, StringComparer.OrdinalIgnoreCase);
        CheckNames(section, [.. properties.Keys.Select(JsonNamingPolicy.CamelCase.ConvertName), .. more]);
        foreach (var child in section.GetChildren().Where(child => properties.ContainsKey(child.Key)))
        {
            var property = properties[child.Key];
            if (IsOptions(property.PropertyType))
            {
                CheckOptions(child, property.PropertyType);
            }
            else if (Ranges.TryGetValue(Place(child), out var range))
            {
                Require(
                    child,
                    value => int.TryParse(value, CultureInfo.InvariantCulture, out var i) && i >= range.Low && i <= range.High,
                    $"it must be a whole number from {range.Low} to {range.High}");
            }
            else if (child.Value is { } value && Complaint(property, value) is { } complaint)
            {
                Require(child, _ => false, complaint);
            }
        }
    }

    private void Require(IConfigurationSection place, Func<string, bool> isRight, string complaint)
    {
        if (place.Value is { } value && !isRight(value))
        {
            _wrong.Add($"host.json: {Place(place)} is '{value}'; {complaint}.");
        }
    }

    private static bool IsTimeout(string text) =>
        text is "-1" || (TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var time) && time > TimeSpan.Zero);

    private static string Place(IConfigurationSection section) =>
        section.Path[(HostSettings.HostJsonSection.Length + 1)..].Replace(ConfigurationPath.KeyDelimiter, ".", StringComparison.Ordinal);

    private static string? Complaint(PropertyInfo property, string value)
    {
        var wanted = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        if (!wanted.IsValueType && wanted != typeof(string))
        {
            return null;
        }

        try
        {
            // The setter knows the range.
            var converted = TypeDescriptor.GetConverter(wanted).ConvertFromInvariantString(value);
            property.SetValue(Activator.CreateInstance(property.ReflectedType!), converted);
            return null;
        }
        catch (TargetInvocationException e) when (e.InnerException is ArgumentException range)
        {
            return range.Message.Split(" (Parameter")[0].TrimEnd('.');
        }
        catch (Exception e) when (e is ArgumentException or FormatException or OverflowException or NotSupportedException)
        {
            return $"it must be {Kind(wanted)}";
        }
    }

    private static bool IsOptions(Type property) => property is { IsClass: true, IsAbstract: false, IsArray: false }
        && property.GetConstructor(Type.EmptyTypes) is not null
        && property.Namespace?.StartsWith("System", StringComparison.Ordinal) != true;

    private static string Kind(Type wanted) => wanted switch
    {
        { IsEnum: true } => $"one of {string.Join(", ", Enum.GetNames(wanted))}",
        _ when wanted == typeof(TimeSpan) => "a time (hh:mm:ss)",
        _ when wanted == typeof(bool) => "true or false",
        _ when wanted == typeof(int) => "a whole number",
        _ => $"of the type {wanted.Name}",
    };
}
