using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using FuseDeskFlows.TrutoSandbox.Catalogue;
using FuseDeskFlows.TrutoSandbox.Http;

namespace FuseDeskFlows.TrutoSandbox.Resources;

/// <summary>
/// The arguments of a call under their snake_case names. What the account's schema does not name in its spelling was never here.
/// </summary>
internal sealed class Arguments
{
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);

    /// <summary>Reads those that the tool knows from a query, then from a body.</summary>
    public Arguments(Tool tool, ArgumentDialect dialect, IQueryCollection query, JsonObject? body)
    {
        foreach (var argument in tool.Query)
        {
            // FuseDesk tells contactid from contactId; a look-up by key would not.
            if (query
                    .FirstOrDefault(pair => string.Equals(pair.Key, argument.Spelled(dialect), StringComparison.Ordinal))
                    .Value.FirstOrDefault() is
                { Length: > 0 } value)
            {
                _values[argument.Snake] = value;
            }
        }

        foreach (var argument in tool.Body)
        {
            if (body?[argument.Spelled(dialect)] is { } value)
            {
                _values[argument.Snake] = value is JsonValue text && text.TryGetValue(out string? plain) ? plain : value.ToJsonString();
            }
        }
    }

    public string? Text(string name) => _values.GetValueOrDefault(name);

    /// <summary>A text that must be there.</summary>
    public string Required(string name) => Text(name) ?? throw Invalid($"{name} is required");

    /// <summary>A whole number, or null.</summary>
    public int? Number(string name) => Text(name) is not { } text ? null
        : int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number
        : throw Invalid($"{name} must be a number");

    /// <summary>A truth value, or null.</summary>
    public bool? Flag(string name) => Text(name)?.ToLowerInvariant() switch
    {
        null => null,
        "true" or "1" => true,
        "false" or "0" => false,
        _ => throw Invalid($"{name} must be true or false"),
    };

    /// <summary>A moment, or null.</summary>
    public DateTimeOffset? Date(string name) => Text(name) is { } text ? ParseDate(name, text) : null;

    /// <summary>
    /// Whether a date passes the filter of that name, a JSON object with <c>after</c> (from then on) and <c>before</c> (until then,
    /// exclusive).
    /// </summary>
    public bool Passes(string name, DateTimeOffset? date)
    {
        if (Text(name) is not { } text)
        {
            return true;
        }

        var filter = ParseFilter(name, text);
        return date is { } known
            && (filter["after"]?.ToString() is not { } after || known >= ParseDate(name, after))
            && (filter["before"]?.ToString() is not { } before || known < ParseDate(name, before));
    }

    private static JsonObject ParseFilter(string name, string text)
    {
        try
        {
            return JsonNode.Parse(text) as JsonObject ?? throw Invalid($"{name} must be an object");
        }
        catch (JsonException)
        {
            throw Invalid($"{name} is not valid JSON");
        }
    }

    private static DateTimeOffset ParseDate(string name, string text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date)
            ? date
            : throw Invalid($"{name} is not a date");

    private static RefusedException Invalid(string message) => new(TrutoErrors.Other(message));
}
