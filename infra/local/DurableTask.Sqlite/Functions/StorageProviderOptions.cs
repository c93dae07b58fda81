using System.Globalization;
using System.Text.RegularExpressions;

namespace DurableSqlite.Functions;

/// <summary>What host.json says of this provider, in <c>extensions.durableTask.storageProvider</c>.</summary>
/// <param name="Path">The file; <c>{hub}</c> stands for the task hub's name.</param>
/// <param name="Retention">How long finished instances are kept; null: until they are purged.</param>
internal sealed partial record StorageProviderOptions(string Path, TimeSpan? Retention)
{
    private const string Hub = "{hub}";
    private const string DefaultPath = ".durable/{hub}.db";

    // .NET would also take "60" for 60 days, which nobody means.
    private static readonly string[] Forms = [@"hh\:mm\:ss", @"d\.hh\:mm\:ss"];

    public static StorageProviderOptions Read(IDictionary<string, object> settings)
    {
        var path = Convert.ToString(settings.TryGetValue("path", out var given) ? given : DefaultPath, CultureInfo.InvariantCulture);
        if (string.IsNullOrWhiteSpace(path) || path.EndsWith('/') || path.EndsWith('\\'))
        {
            throw Refuse("path", $"a file, as in \"{DefaultPath}\"", path);
        }

        settings.TryGetValue("retention", out given);
        var retention = Convert.ToString(given, CultureInfo.InvariantCulture);
        return string.IsNullOrEmpty(retention) ? new StorageProviderOptions(path, null)
            : TimeSpan.TryParseExact(retention, Forms, CultureInfo.InvariantCulture, out var time) && time > TimeSpan.Zero ? new(path, time)
            : throw Refuse("retention", "a time greater than zero, hh:mm:ss or d.hh:mm:ss, as in \"30.00:00:00\" for 30 days", retention);
    }

    /// <summary>The file of a hub. A path without <c>{hub}</c> is the app's own hub; others get their name before its ending.</summary>
    public string FileOf(string hub, string ownHub, string folder)
    {
        if (!HubName().IsMatch(hub))
        {
            throw new ArgumentException($"'{hub}' is no name of a task hub: 1 to 50 letters, digits, '-' and '_'.", nameof(hub));
        }

        var isNamed = Path.Contains(Hub, StringComparison.Ordinal) || string.Equals(hub, ownHub, StringComparison.OrdinalIgnoreCase);
        return System.IO.Path.GetFullPath(isNamed ? Path.Replace(Hub, hub, StringComparison.Ordinal)
            : System.IO.Path.ChangeExtension(Path, hub + System.IO.Path.GetExtension(Path)), folder);
    }

    private static InvalidOperationException Refuse(string setting, string expected, string? given) =>
        new($"extensions.durableTask.storageProvider.{setting} must be {expected}, and is \"{given}\".");

    [GeneratedRegex("^[A-Za-z0-9_-]{1,50}\\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex HubName();
}
