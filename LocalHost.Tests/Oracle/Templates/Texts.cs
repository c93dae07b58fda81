using System.Text.RegularExpressions;

namespace LocalHost.Tests.Oracle.Templates;

/// <summary>What of a text depends on neither build nor chance.</summary>
internal static partial class Texts
{
    /// <summary>Stack traces keep the app's own frames; functions that a message enumerates are sorted: a hash table has them.</summary>
    public static string Stable(string text)
    {
        var trace = text.IndexOf("   at ", StringComparison.Ordinal);
        if (trace >= 0)
        {
            var frames = Frame().Matches(text[trace..]).Select(match => $"\n   at {match.Groups["frame"].Value}");
            text = text[..trace].TrimEnd() + string.Concat(frames);
        }

        return Known().Replace(text, match => string.Join(", ", match.Value.Split(", ").Order(StringComparer.Ordinal)));
    }

    [GeneratedRegex(
        @"^ *at (?<frame>Tiny\.(?!DirectFunctionExecutor)[^\r\n]*?)( in [^\r\n]*)?\r?$",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Frame();

    [GeneratedRegex(@"(?<= functions: )'\w+'(, '\w+')*", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Known();
}
