using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;

namespace FuseDeskFlows.EmbeddedHost.Hosting.Configuration;

/// <summary>Replaces %setting% by the setting's value.</summary>
internal sealed partial class SettingExpander(IConfiguration configuration)
{
    /// <summary>Expands the text.</summary>
    /// <exception cref="HostStartException">A setting is missing.</exception>
    public string Expand(string text) => Names().Replace(text, match =>
    {
        var name = match.Groups["name"].Value;
        return configuration[name] ?? configuration[name.Replace("__", ":", StringComparison.Ordinal)]
            ?? throw new HostStartException($"the setting '{name}' of '{text}' is missing");
    });

    [GeneratedRegex("%(?<name>[^%]+)%", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Names();
}
