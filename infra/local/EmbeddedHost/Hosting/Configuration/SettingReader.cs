using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace FuseDeskFlows.EmbeddedHost.Hosting.Configuration;

/// <summary>Reads single values and names those that are wrong.</summary>
internal sealed class SettingReader(IConfiguration configuration, string source)
{
    /// <summary>A text; null if not set.</summary>
    public string? Text(string key) => configuration[key];

    /// <summary>A whole number; null if not set.</summary>
    /// <exception cref="HostStartException">Not a number of the range.</exception>
    public int? Int(string key, int min, int max)
    {
        if (configuration[key] is not { } text)
        {
            return null;
        }

        return int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) && value >= min && value <= max
            ? value
            : throw Wrong(key, text, $"a whole number from {min} to {max}");
    }

    /// <summary>A time as hh:mm:ss; null if not set.</summary>
    /// <exception cref="HostStartException">Not a time of the range.</exception>
    public TimeSpan? Time(string key, TimeSpan min, TimeSpan max)
    {
        if (configuration[key] is not { } text)
        {
            return null;
        }

        return TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var value) && value >= min && value <= max
            ? value
            : throw Wrong(key, text, $"a time (hh:mm:ss) from {min:c} to {max:c}");
    }

    /// <summary>One of a type's names, in any case; null if not set.</summary>
    /// <exception cref="HostStartException">None of the names.</exception>
    public T? Word<T>(string key)
        where T : struct, Enum
    {
        if (configuration[key] is not { } text)
        {
            return null;
        }

        return Enum.GetNames<T>().Contains(text, StringComparer.OrdinalIgnoreCase)
            ? Enum.Parse<T>(text, ignoreCase: true)
            : throw Wrong(key, text, $"one of {string.Join(", ", Enum.GetNames<T>())}");
    }

    /// <summary>The values below a key.</summary>
    public IEnumerable<(string Key, string Value)> Section(string key) =>
        configuration.GetSection(key).AsEnumerable(makePathsRelative: true).Where(p => p.Value is not null).Select(p => (p.Key, p.Value!));

    private HostStartException Wrong(string key, string text, string expected) =>
        new($"{source}: {key.Replace(':', '.')} is '{text}'; it must be {expected}.");
}
