using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using FuseDeskFlows.Unicode;

namespace FuseDeskFlows.Reports.Rendering;

/// <summary>
/// JSON as a person can check it before it is sent: letters of every script as letters, and whatever hides or reorders text as an escape.
/// </summary>
internal static partial class ReadableJson
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
            var text = JsonSerializer.Serialize(JsonElement.Parse(json), Options);
            return Escape(SurrogatePair.Replace(text, pair => $"{UnitOf(pair.Groups["high"])}{UnitOf(pair.Groups["low"])}"));
        }
        catch (JsonException)
        {
            return HtmlText.OneLine(json);
        }
    }

    // The encoder escapes what needs two units, such as emoji.
    [GeneratedRegex(
        @"(?<=(?<!\\)(?:\\\\)*)\\u(?<high>D[89AB][0-9A-F]{2})\\u(?<low>D[C-F][0-9A-F]{2})",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex SurrogatePair { get; }

    private static char UnitOf(Group digits) => (char)ushort.Parse(digits.ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture);

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
