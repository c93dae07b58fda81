using System.Text.Json;
using FuseDeskFlows.Serialization;

namespace FuseDeskFlows.Truto.Readers;

/// <summary>
/// A mail's header fields, in whatever form an item has them: an object of names and values, a list of pairs, or the raw lines.
/// </summary>
internal sealed class MailHeaders
{
    private static readonly string[] Fields =
        ["headers", "header", "mailheaders", "emailheaders", "messageheaders", "internetmessageheaders", "internetheaders", "rawheaders"];

    private static readonly string[] Names = ["name", "key", "header", "field"];

    private readonly Dictionary<string, List<string>> _values = new(StringComparer.OrdinalIgnoreCase);

    public MailHeaders(JsonFields item)
    {
        foreach (var field in Fields)
        {
            Read(item.Element(field));
        }
    }

    /// <summary>The values of a field, as often as it is there.</summary>
    public IReadOnlyList<string> Values(string name) => _values.GetValueOrDefault(name) ?? [];

    private void Read(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var property in element.EnumerateObject())
                {
                    AddAll(property.Name, property.Value);
                }

                break;
            case JsonValueKind.Array:
                foreach (var entry in element.EnumerateArray())
                {
                    ReadEntry(entry);
                }

                break;
            case JsonValueKind.String:
                ReadLines(element.GetString()!);
                break;
        }
    }

    private void ReadEntry(JsonElement entry)
    {
        if (entry.ValueKind == JsonValueKind.Array && entry.GetArrayLength() == 2)
        {
            AddAll(JsonScalar.Text(entry[0]), entry[1]);
        }
        else if (entry.ValueKind == JsonValueKind.Object && new JsonFields(entry) is var pair && pair.Text(Names) is { } name)
        {
            AddAll(name, pair.Element("value", "values", "content"));
        }
        else
        {
            Read(entry);
        }
    }

    private void AddAll(string? name, JsonElement value)
    {
        if (name is null)
        {
            return;
        }

        if (value.ValueKind == JsonValueKind.Array)
        {
            foreach (var one in value.EnumerateArray())
            {
                Add(name, JsonScalar.Text(one));
            }
        }
        else
        {
            Add(name, value.ValueKind == JsonValueKind.String ? value.GetString() : JsonScalar.Text(value));
        }
    }

    // A value that goes on in the next line begins that line with a blank (RFC 5322).
    private void ReadLines(string lines)
    {
        string? name = null;
        foreach (var line in lines.ReplaceLineEndings("\n").Split('\n'))
        {
            if (line.Length > 0 && line[0] is ' ' or '\t')
            {
                if (name is not null && _values[name] is [.., var last] values)
                {
                    values[^1] = $"{last} {line.Trim()}".Trim();
                }

                continue;
            }

            var colon = line.IndexOf(':', StringComparison.Ordinal);
            name = colon > 0 ? line[..colon].Trim() : null;
            if (name is not null)
            {
                Add(name, line[(colon + 1)..]);
            }
        }
    }

    private void Add(string name, string? value)
    {
        if (!_values.TryGetValue(name.Trim(), out var values))
        {
            values = _values[name.Trim()] = [];
        }

        values.Add(value?.Trim() ?? "");
    }
}
