using System.Text.Json;
using FuseDeskFlows.Serialization;

namespace FuseDeskFlows.Truto.Http;

/// <summary>Parses buffered bodies.</summary>
internal static class JsonBody
{
    /// <summary>How deep a body may be nested.</summary>
    public const int MaxDepth = 64;

    /// <summary>Parses a body that an <see cref="AttemptHandler"/> has buffered.</summary>
    /// <returns>The document, to be disposed; null if the body is not JSON.</returns>
    public static JsonDocument? TryParse(HttpContent content) => TryParse(content, out _);

    /// <summary>Parses a body that an <see cref="AttemptHandler"/> has buffered, in the charset that it is in.</summary>
    /// <returns>The document, to be disposed; null with the fault if there is none to work with.</returns>
    public static JsonDocument? TryParse(HttpContent content, out BodyFault fault)
    {
        var stream = content.ReadAsStream();
        stream.Position = 0; // the content hands out the same stream again
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);

        // One wrong byte in one mail must not cost the whole answer.
        var json = JsonRepair.RepairUtf8(JsonCharset.ToUtf8(bytes, content.Headers.ContentType?.CharSet));
        if (json.Span.Trim(" \t\r\n"u8).IsEmpty)
        {
            fault = BodyFault.Empty;
            return null;
        }

        try
        {
            fault = BodyFault.None;
            return JsonDocument.Parse(json, new() { MaxDepth = MaxDepth });
        }
        catch (JsonException)
        {
            fault = JsonNesting.DepthOf(json.Span) is not null ? BodyFault.TooDeep : BodyFault.NotJson;
            return null;
        }
    }
}
