using System.Text.Json;

namespace FuseDeskFlows.Serialization;

/// <summary>Finds a field that stands twice in one object of a document: readers differ in which of the two they take.</summary>
internal static class RepeatedName
{
    /// <summary>Finds the first.</summary>
    /// <param name="json">JSON whose characters are whole.</param>
    /// <returns>The field's name; null if there is none, or if the text is no JSON up to there.</returns>
    public static string? Find(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, new() { MaxDepth = int.MaxValue });
        var open = new Stack<HashSet<string>>();
        try
        {
            while (reader.Read())
            {
                switch (reader.TokenType)
                {
                    case JsonTokenType.StartObject:
                        open.Push(new(StringComparer.Ordinal));
                        break;
                    case JsonTokenType.EndObject:
                        open.Pop();
                        break;
                    case JsonTokenType.PropertyName when !open.Peek().Add(reader.GetString()!):
                        return reader.GetString();
                    default:
                        break;
                }
            }
        }
        catch (JsonException)
        {
            // What is wrong there is another fault.
        }

        return null;
    }
}
