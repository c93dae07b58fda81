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

    /// <summary>An id that is a number in some spelling: <c>84877</c>, <c>"84877"</c>, <c>501.0</c>, <c>"5.01e2"</c>.</summary>
    /// <returns>Null if it is no whole number above 0: FuseDesk writes 0 where nothing is meant.</returns>
    public static long? NumericId(JsonElement value) =>
        value.ValueKind is JsonValueKind.String or JsonValueKind.Number ? NumericId(Text(value)) : null;

    /// <inheritdoc cref="NumericId(JsonElement)" />
    public static long? NumericId(string? text) => Number(text) is { } number and > 0 ? number : null;

    /// <summary>
    /// An id that is a text, such as a uuid. A whole number is the same id however it is written; of texts only those with a fraction of
    /// zeros are taken for one, since <c>5e10</c> may well be a part of a uuid.
    /// </summary>
    /// <returns>Null if it is not set, or an object or a list.</returns>
    public static string? TextId(JsonElement value)
    {
        var text = value.ValueKind is JsonValueKind.String or JsonValueKind.Number ? Text(value) : null;
        var mayBeNumber = value.ValueKind == JsonValueKind.Number || (text is not null && HasEmptyFraction(text));
        return mayBeNumber && Number(text) is { } number ? number.ToString(CultureInfo.InvariantCulture) : text;
    }

    /// <summary>A property's name.</summary>
    /// <returns>Null if it has half of a surrogate pair in it: nothing that anybody asks for.</returns>
    public static string? NameOf(JsonProperty property)
    {
        try
        {
            return property.Name;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static bool HasEmptyFraction(string text) =>
        text.Split('.') is [{ Length: > 0 } whole, { Length: > 0 } fraction]
        && whole.All(char.IsAsciiDigit) && fraction.All(digit => digit == '0');

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
