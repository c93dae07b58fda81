namespace Microsoft.DurableTask.Abstractions;

/// <summary>Compares versions of orchestrations.</summary>
public static class TaskOrchestrationVersioningUtils
{
    /// <summary>Compares two versions: no version comes before any; versions like <c>1.10</c> compare by their numbers, others as text in any case.</summary>
    /// <param name="sourceVersion">One version; null, empty or white space means none.</param>
    /// <param name="otherVersion">The other.</param>
    /// <returns>Less than 0 if the first is older, more than 0 if it is newer, else 0.</returns>
    public static int CompareVersions(string sourceVersion, string otherVersion) =>
        (string.IsNullOrWhiteSpace(sourceVersion), string.IsNullOrWhiteSpace(otherVersion)) switch
        {
            (true, true) => 0,
            (true, false) => -1,
            (false, true) => 1,
            _ when System.Version.TryParse(sourceVersion, out var source) && System.Version.TryParse(otherVersion, out var other) => source.CompareTo(other),

            _ => string.Compare(sourceVersion, otherVersion, StringComparison.OrdinalIgnoreCase),
        };
}
