using System.Globalization;
using System.Text;
using System.Text.Json;

namespace FuseDeskFlows.Serialization;

/// <summary>
/// One text for all spellings of one JSON value: properties in the order of their names, no blanks, numbers in their shortest decimal form.
/// Two values are the same if their texts are.
/// </summary>
internal static class CanonicalJson
{
    // Enough zeros to make a decimal forget those that it was written with.
    private const decimal One = 1.000000000000000000000000000m;

    /// <exception cref="InvalidOperationException">A text in it has half of a surrogate pair.</exception>
    public static string Write(JsonElement value)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, new() { Encoder = AppJson.Options.Encoder }))
        {
            Write(writer, value);
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static void Write(Utf8JsonWriter writer, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var property in value.EnumerateObject().OrderBy(property => property.Name, StringComparer.Ordinal))
                {
                    writer.WritePropertyName(property.Name);
                    Write(writer, property.Value);
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in value.EnumerateArray())
                {
                    Write(writer, item);
                }

                writer.WriteEndArray();
                break;
            case JsonValueKind.Number:
                writer.WriteRawValue(Number(value.GetRawText()));
                break;
            case JsonValueKind.String:
                writer.WriteStringValue(value.GetString());
                break;
            default:
                value.WriteTo(writer);
                break;
        }
    }

    private static string Number(string text) => decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
        ? (number / One).ToString(CultureInfo.InvariantCulture)
        : text;
}
