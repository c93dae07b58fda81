using System.Text.Json;

namespace FuseDeskFlows.Serialization;

/// <summary>
/// Reads a JSON object that is written carelessly: names in any case and with or without underscores, <c>false</c>, <c>""</c> or null for
/// what is not set, numbers as strings and strings as numbers. Each reader takes candidate names, best first, and answers with the
/// first that is set. Anything but an object reads as an empty one.
/// </summary>
internal sealed class JsonFields
{
    private readonly Dictionary<string, JsonElement> _fields = new(StringComparer.Ordinal);

    public JsonFields(JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        foreach (var property in element.EnumerateObject())
        {
            // Where two spellings of one name occur, the one that is set wins.
            if (JsonScalar.NameOf(property) is { } written && FieldNames.Normalise(written) is var name
                && (!_fields.TryGetValue(name, out var known) || !IsSet(known)))
            {
                _fields[name] = property.Value;
            }
        }
    }

    /// <summary>The first value that is set; an undefined element if none is.</summary>
    public JsonElement Element(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (_fields.TryGetValue(FieldNames.Normalise(name), out var value) && IsSet(value))
            {
                return value;
            }
        }

        return default;
    }

    /// <summary>A text or a number as text, trimmed.</summary>
    /// <returns>The first that is set and neither object nor list; null if none is.</returns>
    public string? Text(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (JsonScalar.Text(Element(name)) is { } text)
            {
                return text;
            }
        }

        return null;
    }

    /// <summary>A whole number.</summary>
    /// <returns>The first that is a number; null if none is.</returns>
    public long? Number(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (JsonScalar.Number(Text(name)) is { } number)
            {
                return number;
            }
        }

        return null;
    }

    /// <summary>An id: a number above 0, since FuseDesk also writes 0 where nothing is meant.</summary>
    /// <returns>The first that is such a number; null if none is.</returns>
    public long? NumericId(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (JsonScalar.NumericId(Element(name)) is { } id)
            {
                return id;
            }
        }

        return null;
    }

    /// <summary>An id that is a text; see <see cref="JsonScalar.TextId"/>.</summary>
    /// <returns>The first that is set and neither object nor list; null if none is.</returns>
    public string? TextId(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (JsonScalar.TextId(Element(name)) is { } id)
            {
                return id;
            }
        }

        return null;
    }

    /// <summary>A yes or no, also as 1 and 0 or as words.</summary>
    /// <returns>The first that is one of these; null if none is.</returns>
    public bool? Flag(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (!_fields.TryGetValue(FieldNames.Normalise(name), out var value))
            {
                continue;
            }

            if (value.ValueKind is JsonValueKind.True or JsonValueKind.False)
            {
                return value.GetBoolean();
            }

            switch (JsonScalar.Text(value)?.ToUpperInvariant())
            {
                case "1" or "TRUE" or "YES":
                    return true;
                case "0" or "FALSE" or "NO":
                    return false;
            }
        }

        return null;
    }

    /// <summary>A moment, in UTC.</summary>
    /// <returns>The first that is one; null if none is.</returns>
    public DateTimeOffset? Timestamp(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (Timestamps.Parse(Text(name)) is { } moment)
            {
                return moment;
            }
        }

        return null;
    }

    /// <summary>A list, in either form that <see cref="JsonList"/> knows.</summary>
    /// <returns>The first field that is a list; else one that is set to something else, if there is one.</returns>
    public JsonListField List(params ReadOnlySpan<string> names)
    {
        var (isGiven, isSet) = (false, false);
        foreach (var name in names)
        {
            var value = Element(name);
            if (JsonList.ReadFlat(value) is { } items)
            {
                return new(IsGiven: true, items);
            }

            isGiven |= _fields.ContainsKey(FieldNames.Normalise(name));
            isSet |= value.ValueKind != JsonValueKind.Undefined;
        }

        return new(isGiven, isSet ? null : []);
    }

    /// <summary>A list's items.</summary>
    /// <returns>The items of the first that is a list; none if none is.</returns>
    public IEnumerable<JsonElement> Items(params ReadOnlySpan<string> names) => List(names).Items ?? [];

    /// <summary>Words or numbers, as a list or separated by commas.</summary>
    /// <returns>The words; none if nothing is set.</returns>
    public IEnumerable<string> Words(params ReadOnlySpan<string> names)
    {
        var value = Element(names);
        return JsonList.ReadFlat(value)?.Select(JsonScalar.Text).OfType<string>()
            ?? JsonScalar.Text(value)?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];
    }

    private static bool IsSet(JsonElement value) =>
        value.ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Null or JsonValueKind.False)
        && !(value.ValueKind == JsonValueKind.String && value.ValueEquals(""));
}
