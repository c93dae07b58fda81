using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using FuseDeskFlows.Serialization;

namespace FuseDeskFlows.Events;

/// <summary>
/// Shortens a record that is too long for a queue: texts, long lists and what lies deep are cut, and ids stay where they are, so that a
/// case's id is still found, also by paths that are set only later.
/// </summary>
internal static class PayloadShortener
{
    private const string Cut = "…";
    private const int MaxNumber = 40;
    private const int MaxName = 100;

    // From little to all but everything; the first that is short enough is taken.
    private static readonly Limits[] Steps =
    [
        new(Text: 4000, Items: 1000, Fields: 2000, Depth: 64),
        new(Text: 1000, Items: 200, Fields: 1000, Depth: 64),
        new(Text: 200, Items: 50, Fields: 500, Depth: 32),
        new(Text: 80, Items: 10, Fields: 200, Depth: 16),
        new(Text: 60, Items: 3, Fields: 50, Depth: 8),
        new(Text: 40, Items: 1, Fields: 20, Depth: 6),
        new(Text: 40, Items: 1, Fields: 0, Depth: 5),
    ];

    /// <summary>Shortens a record.</summary>
    /// <returns>Null if it has so much in it that even the least does not fit.</returns>
    public static JsonElement? Shorten(JsonElement record, int maxBytes)
    {
        foreach (var limits in Steps)
        {
            var buffer = new ArrayBufferWriter<byte>();
            using (var writer = new Utf8JsonWriter(buffer, new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
            {
                Write(writer, record, limits, depth: 0);
            }

            using var document = JsonDocument.Parse(buffer.WrittenMemory);
            if (JsonSerializer.SerializeToUtf8Bytes(document.RootElement).Length <= maxBytes)
            {
                return document.RootElement.Clone();
            }
        }

        return null;
    }

    private static void Write(Utf8JsonWriter writer, JsonElement value, Limits limits, int depth)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object or JsonValueKind.Array when depth >= limits.Depth:
                writer.WriteNullValue();
                break;
            case JsonValueKind.Object:
                WriteObject(writer, value, limits, depth);
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in value.EnumerateArray().Take(limits.Items))
                {
                    Write(writer, item, limits, depth + 1);
                }

                writer.WriteEndArray();
                break;
            case JsonValueKind.String:
                writer.WriteStringValue(Shorten(value.GetString()!, limits.Text));
                break;
            case JsonValueKind.Number when value.GetRawText().Length > MaxNumber:
                writer.WriteStringValue(Shorten(value.GetRawText(), limits.Text));
                break;
            default:
                value.WriteTo(writer);
                break;
        }
    }

    // The first fields, and of the others those that may be an id or lead to one.
    private static void WriteObject(Utf8JsonWriter writer, JsonElement value, Limits limits, int depth)
    {
        writer.WriteStartObject();
        var written = 0;
        foreach (var field in value.EnumerateObject())
        {
            if (written++ >= limits.Fields && !IsId(field.Name) && !MayContainId(field.Value, limits, depth))
            {
                continue;
            }

            writer.WritePropertyName(Shorten(field.Name, MaxName));
            Write(writer, field.Value, limits, depth + 1);
        }

        writer.WriteEndObject();
    }

    private static bool IsId(string name) =>
        name.Length <= MaxName && FieldNames.Normalise(name).EndsWith("id", StringComparison.Ordinal);

    private static bool MayContainId(JsonElement value, Limits limits, int depth) =>
        depth + 1 < limits.Depth && value.ValueKind is JsonValueKind.Object or JsonValueKind.Array;

    private static string Shorten(string text, int length)
    {
        if (text.Length <= length)
        {
            return text;
        }

        var end = char.IsHighSurrogate(text[length - 1]) ? length - 1 : length;
        return text[..end] + Cut;
    }

    private sealed record Limits(int Text, int Items, int Fields, int Depth);
}
