using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace FuseDeskFlows.EmbeddedHost.Hosting;

/// <summary>Shows JSON to people, and tells it from plain text.</summary>
internal static class JsonText
{
    // Not for a browser: umlauts and quotes stay what they are.
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The same JSON on several lines.</summary>
    public static string Indent(string? json) => json is null ? "null" : JsonSerializer.Serialize(Parse(json), Readable);

    /// <summary>The JSON's value; text that is not JSON is a string.</summary>
    public static JsonNode? Parse(string? json)
    {
        if (json is null)
        {
            return null;
        }

        try
        {
            return JsonNode.Parse(json);
        }
        catch (JsonException)
        {
            return JsonValue.Create(json);
        }
    }
}
