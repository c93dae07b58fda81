using System.Text.RegularExpressions;

namespace FuseDeskFlows.EmbeddedHost.Hosting.Configuration;

/// <summary>A setting whose value is not of the kind that its option has, in words for a person. The value is not quoted: it may be a secret that went astray.</summary>
internal static partial class SettingFault
{
    /// <summary>Reads the failure of .NET's binding of options.</summary>
    /// <returns>What to tell; null for another failure.</returns>
    public static string? Of(InvalidOperationException failure)
    {
        var binding = Binding().Match(failure.Message);
        if (!binding.Success)
        {
            return null;
        }

        var kind = binding.Groups["type"].Value is "System.TimeSpan" ? "a time (hh:mm:ss)" : binding.Groups["type"].Value;
        return $"The setting {binding.Groups["setting"].Value} cannot be read; it must be {kind}.";
    }

    [GeneratedRegex(@" at '(?<setting>[^']+)' to type '(?<type>[^']+)'\.$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Binding();
}
