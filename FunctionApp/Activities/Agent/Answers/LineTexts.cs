using System.Globalization;
using System.Text;
using System.Text.Json;
using FuseDeskFlows.Activities.Agent.Results;
using FuseDeskFlows.Reports.Agent;

namespace FuseDeskFlows.Activities.Agent.Answers;

/// <summary>What lines say, without the JSON around it, and what can be counted in a list.</summary>
internal static class LineTexts
{
    private const int MaxCounts = 500;

    /// <summary>All texts and numbers of a line.</summary>
    public static string Of(StoredLine line)
    {
        var text = new StringBuilder();
        using var json = JsonDocument.Parse(line.Json);
        Add(text, json.RootElement);
        return text.ToString();
    }

    /// <summary>How many entries a list has, and how many of them have the same value in one field.</summary>
    public static IEnumerable<string> Counts(StoredResult list)
    {
        if (list.Kind != AgentResultKind.List)
        {
            return [];
        }

        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var line in list.Lines)
        {
            using var json = JsonDocument.Parse(line.Json);
            foreach (var field in json.RootElement.EnumerateObject().Where(IsScalar))
            {
                var value = $"{field.Name}\n{field.Value.GetRawText()}";
                counts[value] = counts.GetValueOrDefault(value) + 1;
            }
        }

        return counts.Values.Append(list.Lines.Count).Distinct().Take(MaxCounts)
            .Select(count => count.ToString(CultureInfo.InvariantCulture));
    }

    private static bool IsScalar(JsonProperty field) => field.Value.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array);

    private static void Add(StringBuilder text, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var field in value.EnumerateObject())
                {
                    Add(text, field.Value);
                }

                break;
            case JsonValueKind.Array:
                foreach (var entry in value.EnumerateArray())
                {
                    Add(text, entry);
                }

                break;
            case JsonValueKind.String:
                text.Append(value.GetString()).Append(' ');
                break;
            case JsonValueKind.Number:
                text.Append(value.GetRawText()).Append(' ');
                break;
        }
    }
}
