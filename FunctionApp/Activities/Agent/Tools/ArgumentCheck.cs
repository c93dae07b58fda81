using System.Text.Json;
using System.Text.Json.Nodes;
using FuseDeskFlows.Language.Models;
using FuseDeskFlows.Serialization;
using FuseDeskFlows.Unicode;
using Json.Schema;

namespace FuseDeskFlows.Activities.Agent.Tools;

/// <summary>
/// Holds a model's arguments against a tool's schema. What a person would understand is understood: a number written as text, an argument
/// in another spelling. All else goes back to the model in words that name the argument.
/// </summary>
internal static class ArgumentCheck
{
    private const int MaxFaults = 5;
    private const int MaxLength = 20_000;
    private const int MaxNameLength = 60;

    private static readonly EvaluationOptions EveryFault = new() { OutputFormat = OutputFormat.List };

    public static CheckedArguments Run(JsonElement schema, string arguments)
    {
        if (arguments.Length > MaxLength)
        {
            return CheckedArguments.Wrong($"The arguments are longer than {MaxLength} characters.");
        }

        var read = ModelToolCall.Parse(id: "", name: "", arguments);
        if (read.Arguments is not { } given)
        {
            return CheckedArguments.Wrong(read.ArgumentsFault!);
        }

        var properties = schema.TryGetProperty("properties", out var described) ? described.EnumerateObject().ToList() : [];
        var named = new JsonObject();
        foreach (var argument in given.EnumerateObject().Where(argument => argument.Value.ValueKind != JsonValueKind.Null))
        {
            if (Find(properties, argument.Name) is not { } property)
            {
                return CheckedArguments.Wrong(Unknown(properties, argument.Name));
            }

            named[property.Name] = Mend(argument.Value, property.Value);
        }

        var value = JsonSerializer.SerializeToElement(named);
        var faults = Faults(schema, value);
        return faults.Count == 0 ? new(value, Fault: null) : CheckedArguments.Wrong(string.Join(' ', faults.Take(MaxFaults)));
    }

    private static JsonProperty? Find(List<JsonProperty> properties, string name)
    {
        var normal = FieldNames.Normalise(name);
        var index = properties.FindIndex(property => property.NameEquals(name));
        index = index >= 0
            ? index
            : properties.FindIndex(property => string.Equals(FieldNames.Normalise(property.Name), normal, StringComparison.Ordinal));
        return index >= 0 ? properties[index] : null;
    }

    private static string Unknown(List<JsonProperty> properties, string name)
    {
        var has = properties.Count == 0 ? "It takes none." : $"It has {string.Join(", ", properties.Select(property => property.Name))}.";
        return $"The tool has no argument '{SafeText.Shorten(name, MaxNameLength)}'. {has}";
    }

    private static JsonNode? Mend(JsonElement value, JsonElement property)
    {
        var type = property.TryGetProperty("type", out var told) && told.ValueKind == JsonValueKind.String ? told.GetString() : null;
        return (type, value.ValueKind) switch
        {
            ("integer" or "number", JsonValueKind.String) when JsonScalar.Number(value.GetString()!.Trim()) is { } number =>
                JsonValue.Create(number),
            ("boolean", JsonValueKind.String) when bool.TryParse(value.GetString(), out var flag) => JsonValue.Create(flag),
            ("string", JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False) => JsonValue.Create(value.GetRawText()),

            // FuseDesk takes ranges of dates as JSON in a text.
            ("string", JsonValueKind.Object) => JsonValue.Create(value.GetRawText()),
            ("array", JsonValueKind.String) => new JsonArray(JsonValue.Create(value.GetString())),
            _ => JsonNode.Parse(value.GetRawText()),
        };
    }

    private static List<string> Faults(JsonElement schema, JsonElement value)
    {
        EvaluationResults results;
        try
        {
            results = JsonSchema.FromText(schema.GetRawText()).Evaluate(value, EveryFault);
        }
        catch (Exception fault) when (fault is JsonException or JsonSchemaException or ArgumentException or InvalidOperationException)
        {
            // A schema that cannot be used forbids nothing; FuseDesk itself still says what it does not take.
            return [];
        }

        return results.IsValid ? [] : [.. (results.Details ?? [])
            .Where(detail => detail is { IsValid: false, Errors: not null })
            .SelectMany(detail => detail.Errors!.Values.Select(error => Sentence($"{detail.InstanceLocation}", error)))
            .Distinct(StringComparer.Ordinal)];
    }

    private static string Sentence(string at, string error) =>
        SafeText.Shorten($"{(at.Length > 1 ? $"'{at.TrimStart('/')}': " : "")}{error.TrimEnd('.')}.", 300);
}
