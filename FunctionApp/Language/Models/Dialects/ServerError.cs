using System.Text;
using System.Text.Json;

namespace FuseDeskFlows.Language.Models.Dialects;

/// <summary>
/// What a server's error tells, in whichever of its many shapes. Its texts may quote the request: they are searched and never passed on.
/// </summary>
internal sealed record ServerError
{
    private const int MaxLength = 20_000;
    private const int MaxCodeLength = 64;

    /// <summary>Its code, or its type where it has no code that says more than the status does.</summary>
    public string? Code { get; private init; }

    /// <summary>The parameter that it is about, if it names one by itself.</summary>
    public string? Parameter { get; private init; }

    /// <summary>Everything that it says, in lower case, one text a line.</summary>
    public IReadOnlyList<string> Lines { get; private init; } = [];

    public bool Says(params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (Lines.Any(line => line.Contains(word, StringComparison.Ordinal)))
            {
                return true;
            }
        }

        return false;
    }

    public static ServerError Parse(ReadOnlyMemory<byte> body)
    {
        if (body.Length > MaxLength)
        {
            body = body[..MaxLength];
        }

        try
        {
            using var document = JsonDocument.Parse(body);
            var root = document.RootElement;
            var inner = Property(root, "error") is { ValueKind: JsonValueKind.Object } told ? told : root;
            var lines = new List<string>();
            Collect(root, lines);
            return new()
            {
                Code = Word(inner, "code") ?? Word(inner, "type") ?? Word(inner, "error_type"),
                Parameter = Text(inner, "param"),
                Lines = lines,
            };
        }
        catch (JsonException)
        {
            return new() { Lines = [.. Encoding.UTF8.GetString(body.Span).ToLowerInvariant().Split('\n')] };
        }
    }

    private static void Collect(JsonElement element, List<string> lines)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.String:
                lines.Add(element.GetString()!.ToLowerInvariant());
                break;
            case JsonValueKind.Array:
                foreach (var entry in element.EnumerateArray())
                {
                    Collect(entry, lines);
                }

                break;
            case JsonValueKind.Object:
                foreach (var property in element.EnumerateObject())
                {
                    Collect(property.Value, lines);
                }

                break;
            default:
                break;
        }
    }

    // A number repeats the status, and what is no word could be a text.
    private static string? Word(JsonElement element, string name) =>
        Text(element, name) is { Length: > 0 and <= MaxCodeLength } word
        && !word.All(char.IsAsciiDigit)
        && word.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '-')
            ? word
            : null;

    private static string? Text(JsonElement element, string name) =>
        Property(element, name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    private static JsonElement? Property(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value : null;
}
