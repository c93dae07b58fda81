using System.Globalization;
using System.Text.Json;
using FuseDeskFlows.Serialization;

namespace FuseDeskFlows.Events;

/// <summary>A list of paths into a record, as a setting spells it: <c>raw.caseid,records.0.id</c>.</summary>
internal sealed class RecordPaths(string setting)
{
    private readonly string[][] _paths =
        [.. Words(setting).Select(path => path.Split('.', StringSplitOptions.RemoveEmptyEntries)).Where(path => path.Length > 0)];

    public static string[] Words(string setting) =>
        setting.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <returns>What they lead to, in the paths' order; those that lead nowhere are left out.</returns>
    public IEnumerable<JsonElement> In(JsonElement record) => _paths.SelectMany(path => Follow(record, path));

    /// <summary>Follows all paths to texts and numbers.</summary>
    public IEnumerable<string> TextsIn(JsonElement record) => In(record)
        .Where(value => value.ValueKind is JsonValueKind.String or JsonValueKind.Number)
        .Select(value => value.ToString().Trim())
        .Where(text => text.Length > 0);

    private static IEnumerable<JsonElement> Follow(JsonElement record, string[] path) =>
        path.Aggregate<string, IEnumerable<JsonElement>>([record], (values, step) => values.SelectMany(value => Next(value, step)));

    // Where a record has a field twice, the last one counts first, as for every parser; but any that leads to something usable counts.
    private static IEnumerable<JsonElement> Next(JsonElement value, string step)
    {
        if (int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            && JsonList.Read(value) is { } items && index < items.Count)
        {
            return [items[index]];
        }

        return value.ValueKind == JsonValueKind.Object
            ? value.EnumerateObject()
                .Where(field => string.Equals(JsonScalar.NameOf(field), step, StringComparison.OrdinalIgnoreCase))
                .Reverse()
                .OrderByDescending(field => string.Equals(field.Name, step, StringComparison.Ordinal))
                .Select(field => field.Value)
            : [];
    }
}
