using LocalFunctionsHost.Functions;
using LocalFunctionsHost.Settings;

namespace LocalFunctionsHost.Terminal;

/// <summary>What the start-up text tells of.</summary>
/// <param name="Settings">The host's settings.</param>
/// <param name="Functions">The app's functions.</param>
/// <param name="Address">Where the host listens; null where it does not.</param>
internal sealed record ServedApp(HostSettings Settings, IReadOnlyList<FunctionEntry> Functions, Uri? Address)
{
    /// <summary>When a function of a schedule runs next; null if nobody knows.</summary>
    public Func<FunctionEntry, DateTimeOffset, DateTimeOffset?> NextRun { get; init; } = (_, _) => null;

    /// <summary>Puts settings into a text; one that is missing stays as it is written.</summary>
    /// <param name="text">With or without settings in percent signs.</param>
    public string Expand(string text) => new SettingExpander(Settings.Configuration).Expand(text, out _) ?? text;
}
