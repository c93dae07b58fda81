using System.Globalization;
using System.Text.Json;

namespace FuseDeskFlows.Events;

/// <summary>A list of paths into a record, as a setting spells it: <c>raw.caseid,records.0.id</c>.</summary>
internal sealed class RecordPaths(string setting)
{
    private readonly string[][] _paths =
        [.. Words(setting).Select(path => path.Split('.', StringSplitOptions.RemoveEmptyEntries)).Where(path => path.Length > 0)];

    public static string[] Words(string setting) =>
        setting.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <returns>What they lead to, in the paths' order; those that lead nowhere are left out.</returns>
    public IEnumerable<JsonElement> In(JsonElement record) => _paths.Select(path => Follow(record, path)).OfType<JsonElement>();

    /// <summary>Follows all paths to texts and numbers.</summary>
    public IEnumerable<string> TextsIn(JsonElement record) => In(record)
        .Where(value => value.ValueKind is JsonValueKind.String or JsonValueKind.Number)
        .Select(value => value.ToString().Trim())
        .Where(text => text.Length > 0);

    private static JsonElement? Follow(JsonElement value, string[] path)
    {
        foreach (var step in path)
        {
            if (Next(value, step) is not { } next)
            {
                return null;
            }

            value = next;
        }

        return value;
    }

    private static JsonElement? Next(JsonElement value, string step)
    {
        if (value.ValueKind == JsonValueKind.Array)
        {
            return int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < value.GetArrayLength()
                ? value[index]
                : null;
        }

        if (value.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        return value.TryGetProperty(step, out var exact)
            ? exact
            : value.EnumerateObject()
                .Where(field => string.Equals(field.Name, step, StringComparison.OrdinalIgnoreCase))
                .Select(field => (JsonElement?)field.Value)
                .FirstOrDefault();
    }
}
