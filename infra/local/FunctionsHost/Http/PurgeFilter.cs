namespace LocalFunctionsHost.Http;

/// <summary>
/// Refuses to purge by a filter that cannot be read. The extension would take it for no filter, and delete every instance, running ones
/// too.
/// </summary>
internal static class PurgeFilter
{
    // Unlike names, the extension distinguishes their case.
    private static readonly string[] Statuses = Enum.GetNames<DurableTask.Core.OrchestrationStatus>();

    private static readonly HashSet<string> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        "code", "taskHub", "connection", "runtimeStatus", "createdTimeFrom", "createdTimeTo",
    };

    /// <summary>What is wrong with a purge's filter; null if it can be read.</summary>
    public static string? Problem(IQueryCollection query)
    {
        foreach (var (name, value) in query)
        {
            var text = value.ToString();
            if (!Known.Contains(name))
            {
                return $"{name} is no filter of a purge, which would delete everything that the other filters leave. "
                    + "There are runtimeStatus, createdTimeFrom and createdTimeTo.";
            }

            if (name.StartsWith("createdTime", StringComparison.OrdinalIgnoreCase)
                && !DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out _))
            {
                return $"{name} is '{text}', which is not a time, such as 2026-01-31T12:00:00Z.";
            }

            if (name.Equals("runtimeStatus", StringComparison.OrdinalIgnoreCase)
                && text.Split(',', StringSplitOptions.TrimEntries).Except(Statuses, StringComparer.Ordinal).FirstOrDefault() is { } unknown)
            {
                return $"runtimeStatus is '{unknown}', which is not one of {string.Join(", ", Statuses)}.";
            }
        }

        return null;
    }
}
