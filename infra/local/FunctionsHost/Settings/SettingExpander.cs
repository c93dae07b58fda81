using System.Text.RegularExpressions;

namespace LocalFunctionsHost.Settings;

/// <summary>Replaces <c>%setting%</c> by the setting's value, in schedules and names of queues.</summary>
internal sealed partial class SettingExpander(IConfiguration configuration)
{
    /// <summary>The text with the values in it; null where a setting is missing, the first of which is named.</summary>
    public string? Expand(string text, out string? missing)
    {
        string? first = null;
        var expanded = Names().Replace(text, match =>
        {
            var name = match.Groups["name"].Value;
            var value = configuration[name] ?? configuration[SettingNames.Normalize(name)];
            first ??= value is null ? name : null;
            return value ?? "";
        });
        missing = first;
        return first is null ? expanded : null;
    }

    [GeneratedRegex("%(?<name>[^%]+)%", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Names();
}
