using System.Text.RegularExpressions;

namespace FuseDeskFlows.Tests.EndToEnd;

/// <summary>An answer without what differs from run to run: moments, ages, ids of runs, ports, keys.</summary>
internal static partial class StoryText
{
    public static string Of(string body)
    {
        body = Drawings().Replace(body, "<svg/>");
        body = Addresses().Replace(body, "{host}");
        body = Keys().Replace(body, "code={key}");
        body = Moments().Replace(body, "{moment}");
        body = Clocks().Replace(body, "{clock}");
        body = Ids().Replace(body, "{id}");
        body = Durations().Replace(body, "${name}{duration}");
        return Ages().Replace(body, "{age}");
    }

    [GeneratedRegex("<svg.*?</svg>", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Drawings();

    [GeneratedRegex(@"https?://(127\.0\.0\.1|localhost):\d+", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Addresses();

    [GeneratedRegex("code=[0-9A-Za-z_-]+", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Keys();

    [GeneratedRegex(@"\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d+)?)?( ?Z|[+-]\d\d:\d\d)?", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Moments();

    [GeneratedRegex(@"\b\d\d:\d\d(:\d\d)?( UTC)?\b", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Clocks();

    [GeneratedRegex(@"[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Ids();

    [GeneratedRegex(@"(?<name>""\w*(Minutes|Seconds|minutes|seconds)"": ?)[\d.]+", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Durations();

    [GeneratedRegex(@"\b[\d.]+ ?(s|min|minutes?|hours?|h|days?|seconds?)\b", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Ages();
}
