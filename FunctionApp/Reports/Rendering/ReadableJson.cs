using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using FuseDeskFlows.Unicode;

namespace FuseDeskFlows.Reports.Rendering;

/// <summary>
/// JSON as a person can check it before it is sent: letters of every script as letters, and whatever hides or reorders text as an escape.
/// </summary>
internal static class ReadableJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
        NewLine = "\n",
    };

    /// <summary>The same value, a line for each member; what is no JSON on one line.</summary>
    public static string Of(string json)
    {
        try
        {
            return Escape(JsonSerializer.Serialize(JsonElement.Parse(json), Options));
        }
        catch (JsonException)
        {
            return HtmlText.OneLine(json);
        }
    }

    private static string Escape(string json)
    {
        var text = new StringBuilder(json.Length);
        foreach (var rune in json.EnumerateRunes())
        {
            var shown = rune.ToString();
            text.Append(string.Equals(SafeText.Clean(shown), shown, StringComparison.Ordinal) ? shown : EscapeOf(shown));
        }

        return text.ToString();
    }

    private static string EscapeOf(string shown) =>
        string.Concat(shown.Select(unit => string.Create(CultureInfo.InvariantCulture, $"\\u{(int)unit:x4}")));
}
