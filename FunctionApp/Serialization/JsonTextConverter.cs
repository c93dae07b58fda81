using System.Text.Json;
using System.Text.Json.Serialization;

namespace FuseDeskFlows.Serialization;

/// <summary>
/// Keeps a JSON value as its text, and writes it as the value that it is. It is read in either form: programs pass texts, people write
/// values.
/// </summary>
public sealed class JsonTextConverter : JsonConverter<string>
{
    /// <inheritdoc />
    public override string Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        return document.RootElement.ValueKind == JsonValueKind.String ? document.RootElement.GetString()!
            : document.RootElement.GetRawText();
    }

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (IsObject(value))
        {
            writer.WriteRawValue(value);
        }
        else
        {
            writer.WriteStringValue(value);
        }
    }

    private static bool IsObject(string value)
    {
        try
        {
            return JsonElement.Parse(value).ValueKind == JsonValueKind.Object;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
