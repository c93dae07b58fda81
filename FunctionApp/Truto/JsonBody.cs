using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace FuseDeskFlows.Truto;

/// <summary>Parses buffered bodies.</summary>
internal static class JsonBody
{
    /// <summary>Parses a body that an <see cref="AttemptHandler"/> has buffered.</summary>
    /// <param name="content">The body.</param>
    /// <returns>The document, to be disposed; null if it is not JSON.</returns>
    public static JsonDocument? TryParse(HttpContent content)
    {
        var stream = content.ReadAsStream();
        stream.Position = 0; // the content hands out the same stream again
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);

        // Old mails come in old encodings. One wrong byte in one of them must not cost the whole answer.
        ReadOnlyMemory<byte> json = Utf8.IsValid(bytes) ? bytes : Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(bytes));
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
