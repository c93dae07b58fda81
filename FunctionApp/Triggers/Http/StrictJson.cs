using System.Text.Json;
using FuseDeskFlows.Serialization;

namespace FuseDeskFlows.Triggers.Http;

/// <summary>Reads the JSON of a request, and says what is wrong with it in words of its sender.</summary>
internal static class StrictJson
{
    /// <summary>Reads a body.</summary>
    /// <param name="body">The body; a byte order mark before it, as some editors write it, is no part of it.</param>
    /// <param name="maxDepth">How many levels may be nested.</param>
    /// <param name="root">What was read.</param>
    /// <returns>What is wrong; null if nothing is.</returns>
    public static string? Parse(ReadOnlyMemory<byte> body, int maxDepth, out JsonElement root)
    {
        root = default;
        body = body.Span.StartsWith("\ufeff"u8) ? body["\ufeff"u8.Length..] : body;
        if (body.Span.TrimStart(" \t\r\n"u8).IsEmpty)
        {
            return "The body is empty; a JSON object is needed.";
        }

        if (!JsonRepair.IsValid(body))
        {
            return "The body has half of a character: bytes that are not UTF-8, or half of a surrogate pair.";
        }

        try
        {
            using var document = JsonDocument.Parse(body, new() { MaxDepth = maxDepth, AllowDuplicateProperties = false });
            root = document.RootElement.Clone();
            return null;
        }
        catch (JsonException) when (JsonNesting.DepthOf(body.Span) > maxDepth)
        {
            return $"The body is nested deeper than {maxDepth} levels.";
        }
        catch (JsonException fault) when (fault.LineNumber is { } line)
        {
            // The parser's own message may quote the body.
            return $"The body stops being JSON at line {line + 1}, byte {fault.BytePositionInLine + 1}.";
        }
        catch (JsonException)
        {
            return RepeatedName.Find(body.Span) is { } name ? $"The body has the field '{name}' twice." : "The body is not JSON.";
        }
    }
}
