using System.Text.Encodings.Web;
using System.Text.Json;

namespace LocalFunctionsHost.Commands;

/// <summary>Shows JSON to people.</summary>
internal static class JsonText
{
    // Not for a browser: umlauts and quotes stay what they are.
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The same JSON on several lines; a text that is not JSON becomes a string.</summary>
    /// <param name="json">The JSON; null is null.</param>
    public static string Indent(string? json)
    {
        try
        {
            using var document = JsonDocument.Parse(json ?? "null");
            return JsonSerializer.Serialize(document.RootElement, Readable);
        }
        catch (JsonException)
        {
            return JsonSerializer.Serialize(json, Readable);
        }
    }
}
