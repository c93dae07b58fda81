namespace LocalFunctionsHost.Settings;

/// <summary>What local.settings.json says.</summary>
internal sealed record LocalSettings
{
    /// <summary>The folder of the file; null where there is none.</summary>
    public string? Folder { get; init; }

    /// <summary>The settings, by the names that the file writes.</summary>
    public IReadOnlyDictionary<string, string?> Values { get; init; } = new Dictionary<string, string?>(SettingNames.Comparer);

    /// <summary>The port to serve on, as it is written.</summary>
    public string? Port { get; init; }

    /// <summary>The assembly to load before the worker starts, as it is written.</summary>
    public string? StartupHook { get; init; }
}
