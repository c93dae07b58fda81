using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.AI;

namespace FuseDeskFlows.Language.Models;

/// <summary>A tool that a model asks for. It may travel through an orchestration's history.</summary>
internal sealed record ModelToolCall
{
    /// <summary>What the tool's answer is matched by; made up where the model gave none, or one that it had used.</summary>
    [JsonPropertyName("id")]
    public required string Id { get; init; }

    /// <summary>The tool's name as the model wrote it: it need not be one of those declared.</summary>
    [JsonPropertyName("name")]
    public required string Name { get; init; }

    /// <summary>The arguments as the model wrote them.</summary>
    [JsonPropertyName("argumentsText")]
    public string ArgumentsText { get; init; } = "";

    /// <summary>The arguments, always an object; null if they cannot be read.</summary>
    [JsonPropertyName("arguments")]
    public JsonElement? Arguments { get; init; }

    /// <summary>Why the arguments cannot be read, for the model and for a reader; it repeats nothing of them.</summary>
    [JsonPropertyName("argumentsFault")]
    public string? ArgumentsFault { get; init; }

    /// <summary>Reads what a model wrote; whether the tool takes it is not known here.</summary>
    public static ModelToolCall Parse(string id, string name, string argumentsText)
    {
        var call = new ModelToolCall { Id = id, Name = name, ArgumentsText = argumentsText };
        try
        {
            return Read(argumentsText) is { } arguments
                ? call with { Arguments = arguments }
                : call with { ArgumentsFault = "The arguments are not a JSON object." };
        }
        catch (JsonException)
        {
            return call with { ArgumentsFault = "The arguments are not valid JSON." };
        }
    }

    /// <summary>The call as a message of the model shows it again. Some servers refuse a history whose arguments are no JSON.</summary>
    public FunctionCallContent ToContent() => new(
        Id,
        Name,
        Arguments?.EnumerateObject().ToDictionary(argument => argument.Name, argument => (object?)argument.Value, StringComparer.Ordinal)
            ?? new Dictionary<string, object?>(StringComparer.Ordinal));

    // A tool without parameters is called with nothing at all by some; others write the JSON once more as a string.
    private static JsonElement? Read(string text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return JsonElement.Parse("{}");
        }

        using var document = JsonDocument.Parse(text, new() { AllowTrailingCommas = true, AllowDuplicateProperties = false });
        return document.RootElement switch
        {
            { ValueKind: JsonValueKind.Object } arguments => arguments.Clone(),
            { ValueKind: JsonValueKind.Null } => JsonElement.Parse("{}"),
            { ValueKind: JsonValueKind.String } inner when inner.GetString() is { } again && again.TrimStart().StartsWith('{') => Read(
                again),
            _ => null,
        };
    }
}
