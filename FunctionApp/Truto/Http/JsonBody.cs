using System.Text;
using System.Text.Json;
using FuseDeskFlows.Serialization;

namespace FuseDeskFlows.Truto.Http;

/// <summary>Parses buffered bodies.</summary>
internal static class JsonBody
{
    /// <summary>Parses a body that an <see cref="AttemptHandler"/> has buffered.</summary>
    /// <returns>The document, to be disposed; null if it is not JSON.</returns>
    public static JsonDocument? TryParse(HttpContent content)
    {
        var stream = content.ReadAsStream();
        stream.Position = 0; // the content hands out the same stream again
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);

        // One wrong byte in one mail must not cost the whole answer.
        var json = JsonRepair.RepairUtf8(bytes);
        if (json.Span.StartsWith(Encoding.UTF8.Preamble))
        {
            json = json[Encoding.UTF8.Preamble.Length..];
        }

        try
        {
            return JsonDocument.Parse(json);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
