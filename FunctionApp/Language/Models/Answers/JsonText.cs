using System.Text;
using System.Text.Json;

namespace FuseDeskFlows.Language.Models.Answers;

/// <summary>Finds the JSON in an answer that has a fence or prose around it. What it says is checked elsewhere.</summary>
internal static class JsonText
{
    // Each attempt may look at all that follows.
    private const int MaxAttempts = 200;

    private static readonly JsonReaderOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    /// <summary>
    /// Gives the last object, or list of objects, that stands by itself: who thinks aloud or corrects himself ends with it.
    /// </summary>
    /// <returns>The JSON; the text as it is if it has none.</returns>
    public static string Find(string text)
    {
        text = Unwrap(text);
        var bytes = Encoding.UTF8.GetBytes(text);
        string? found = null;
        for (int index = 0, attempts = 0; index < bytes.Length && attempts < MaxAttempts; index++)
        {
            if (bytes[index] is not ((byte)'{' or (byte)'['))
            {
                continue;
            }

            attempts++;
            if (Length(bytes.AsSpan(index)) is var length and > 0)
            {
                found = Encoding.UTF8.GetString(bytes, index, length);
                index += length - 1;
            }
        }

        return found ?? text;
    }

    // The JSON written once more as a text.
    private static string Unwrap(string text)
    {
        try
        {
            return text.StartsWith('"') ? JsonSerializer.Deserialize<string>(text) ?? text : text;
        }
        catch (JsonException)
        {
            return text;
        }
    }

    private static int Length(ReadOnlySpan<byte> bytes)
    {
        var reader = new Utf8JsonReader(bytes, Lenient);
        try
        {
            if (!JsonDocument.TryParseValue(ref reader, out var document))
            {
                return 0;
            }

            using (document)
            {
                return IsObjects(document.RootElement) ? (int)reader.BytesConsumed : 0;
            }
        }
        catch (JsonException)
        {
            return 0;
        }
    }

    private static bool IsObjects(JsonElement value) =>
        value.ValueKind == JsonValueKind.Object
        || (value.ValueKind == JsonValueKind.Array
            && value.GetArrayLength() > 0
            && value.EnumerateArray().All(entry => entry.ValueKind == JsonValueKind.Object));
}
