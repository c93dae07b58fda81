using System.Globalization;
using System.Text.RegularExpressions;

namespace DurableSqlite.Functions;

/// <summary>What host.json says of this provider, in <c>extensions.durableTask.storageProvider</c>.</summary>
/// <param name="Path">The file; <c>{hub}</c> stands for the task hub's name.</param>
/// <param name="Retention">How long finished instances are kept; null: until they are purged.</param>
internal sealed partial record StorageProviderOptions(string Path, TimeSpan? Retention)
{
    private const string Section = "extensions.durableTask.storageProvider";
    private const string Hub = "{hub}";
    private const string DefaultPath = ".durable/{hub}.db";

    /// <exception cref="InvalidOperationException">A setting cannot be read; the message names it.</exception>
    public static StorageProviderOptions Read(IDictionary<string, object> settings) => new(ReadPath(settings), ReadRetention(settings));

    /// <summary>The file of a hub. A path without <c>{hub}</c> is the app's own hub; others get their name before its ending.</summary>
    public string FileOf(string hub, string ownHub, string folder)
    {
        if (!HubName().IsMatch(hub))
        {
            throw new ArgumentException($"'{hub}' is no name of a task hub: 1 to 50 letters, digits, '-' and '_'.", nameof(hub));
        }

        var path = Path.Contains(Hub, StringComparison.Ordinal) || string.Equals(hub, ownHub, StringComparison.OrdinalIgnoreCase)
            ? Path.Replace(Hub, hub, StringComparison.Ordinal)
            : System.IO.Path.ChangeExtension(Path, hub + System.IO.Path.GetExtension(Path));
        return System.IO.Path.GetFullPath(path, folder);
    }

    private static string ReadPath(IDictionary<string, object> settings)
    {
        if (!settings.TryGetValue("path", out var value))
        {
            return DefaultPath;
        }

        var path = Convert.ToString(value, CultureInfo.InvariantCulture);
        if (string.IsNullOrWhiteSpace(path) || path.EndsWith('/') || path.EndsWith('\\'))
        {
            throw new InvalidOperationException($"{Section}.path must be a file, as in \"{DefaultPath}\", and is \"{path}\".");
        }

        return path;
    }

    private static TimeSpan? ReadRetention(IDictionary<string, object> settings)
    {
        settings.TryGetValue("retention", out var value);
        if (Convert.ToString(value, CultureInfo.InvariantCulture) is not { Length: > 0 } text)
        {
            return null;
        }

        return TimeSpan.TryParseExact(text, "c", CultureInfo.InvariantCulture, out var retention) && retention > TimeSpan.Zero
            ? retention
            : throw new InvalidOperationException(
                $"{Section}.retention must be a time greater than zero, as in \"30.00:00:00\" for 30 days, and is \"{text}\".");
    }

    [GeneratedRegex("^[A-Za-z0-9_-]{1,50}\\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex HubName();
}
