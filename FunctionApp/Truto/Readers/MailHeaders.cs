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
        if (JsonList.Read(element) is { Count: > 0 } entries)
        {
            foreach (var entry in entries)
            {
                ReadEntry(entry);
            }
        }
        else if (element.ValueKind == JsonValueKind.Object)
        {
            foreach (var property in element.EnumerateObject())
            {
                AddAll(JsonScalar.NameOf(property), property.Value);
            }
        }
        else if (element.ValueKind == JsonValueKind.String && JsonScalar.Text(element) is { } lines)
        {
            ReadLines(lines);
        }
    }

    private void ReadEntry(JsonElement entry)
    {
        if (JsonList.Read(entry) is [var first, var second] && JsonScalar.Text(first) is { } field)
        {
            AddAll(field, second);
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

        foreach (var one in JsonList.Read(value) ?? [value])
        {
            Add(name, JsonScalar.Text(one));
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
