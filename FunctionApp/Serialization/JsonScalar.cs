using System.Globalization;
using System.Text.Json;

namespace FuseDeskFlows.Serialization;

/// <summary>Reads single values that may be of another type than documented.</summary>
internal static class JsonScalar
{
    /// <summary>A scalar as text.</summary>
    /// <returns>Null if it is not set, or an object or a list.</returns>
    public static string? Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => StringOf(value).Trim() is { Length: > 0 } text ? text : null,
        JsonValueKind.Number => value.GetRawText(),
        JsonValueKind.True => "true",
        _ => null,
    };

    /// <summary>A whole number out of text.</summary>
    /// <param name="text">The text, such as <c>12</c> or <c>12.0</c>.</param>
    /// <returns>Null if it is not a whole number.</returns>
    public static long? Number(string? text) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
        && number == decimal.Truncate(number) && number is >= long.MinValue and <= long.MaxValue
            ? (long)number
            : null;

    private static string StringOf(JsonElement value)
    {
        try
        {
            return value.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return JsonSerializer.Deserialize<string>(JsonRepair.Repair(value.GetRawText()))!;
        }
    }
}
