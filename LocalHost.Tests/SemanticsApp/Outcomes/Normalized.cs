using System.Text.RegularExpressions;

namespace SemanticsApp.Outcomes;

/// <summary>A text without what is another every time.</summary>
public static partial class Normalized
{
    public static string Of(string json) => Time().Replace(Guid().Replace(json, "{guid}"), "{time}");

    [GeneratedRegex(
        "[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Guid();

    [GeneratedRegex(@"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|\+00:00)?", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Time();
}
