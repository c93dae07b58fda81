using System.Text.Json;

namespace FuseDeskFlows.Serialization;

/// <summary>Tells JSON that is nested too deep for a parser from what is no JSON.</summary>
internal static class JsonNesting
{
    /// <summary>How many objects and lists are nested at the deepest place.</summary>
    /// <returns>Null if the text is no JSON.</returns>
    public static int? DepthOf(ReadOnlySpan<byte> text)
    {
        var reader = new Utf8JsonReader(text, new() { MaxDepth = int.MaxValue });
        var depth = 0;
        try
        {
            while (reader.Read())
            {
                depth = reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray
                    ? Math.Max(depth, reader.CurrentDepth + 1)
                    : depth;
            }

            return depth;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
