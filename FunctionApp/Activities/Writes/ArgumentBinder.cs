using System.Globalization;
using System.Text.Json;
using FuseDeskFlows.Serialization;
using FuseDeskFlows.Truto.Calls;
using FuseDeskFlows.Truto.Catalogue;

namespace FuseDeskFlows.Activities.Writes;

/// <summary>Gives arguments the names and types of the account's own schema, which each environment of Truto can edit.</summary>
internal static class ArgumentBinder
{
    // Names of one thing, in FuseDesk's and Truto's spellings, without case and underscores.
    private static readonly string[][] Same =
    [
        ["repid", "rep", "repuserid", "userid"],
        ["depid", "departmentid", "department"],
        ["casetagid", "tagid", "tag"],
        ["summary", "subject", "title"],
        ["note", "text"],
        ["body", "message"],
    ];

    /// <summary>Binds the arguments; what is wrong is added to the faults.</summary>
    /// <returns>The arguments by the account's names.</returns>
    public static SortedDictionary<string, JsonElement> Bind(ToolDefinition tool, JsonElement given, List<WriteFault> faults)
    {
        var schema = Properties(tool.QuerySchema).Concat(Properties(tool.BodySchema))
            .DistinctBy(property => property.Name, StringComparer.Ordinal)
            .ToDictionary(property => property.Name, property => property.Value, StringComparer.Ordinal);
        var bound = new SortedDictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var argument in given.EnumerateObject().Where(argument => argument.Value.ValueKind != JsonValueKind.Null))
        {
            var name = schema.Count == 0 ? argument.Name : NameOf(argument.Name, tool, schema.Keys);
            if (name is null || bound.ContainsKey(name))
            {
                var known = string.Join(", ", schema.Keys);
                faults.Add(
                    Fault(argument.Name, name is null ? $"{tool.Name} has no such argument; it has {known}."
                        : $"It is given twice, also as {name}."));
                continue;
            }

            bound[name] = Convert(argument.Value, schema.GetValueOrDefault(name), out var fault);
            if (fault is not null)
            {
                faults.Add(Fault(argument.Name, fault));
            }
        }

        faults.AddRange(Needed(tool).Where(name => !bound.Keys.Contains(name, StringComparer.Ordinal))
            .Select(name => Fault(name, $"{tool.Name} needs it.")));
        return bound;
    }

    public static WriteFault Fault(string argument, string fault) => new() { Field = FieldOf(argument), Fault = fault };

    public static string FieldOf(string argument) => $"arguments.{argument}";

    /// <summary>Tells whether two names mean the same argument.</summary>
    public static bool IsSame(string one, string other)
    {
        var (first, second) = (FieldNames.Normalise(one), FieldNames.Normalise(other));
        return string.Equals(first, second, StringComparison.Ordinal)
            || Array.Exists(Same, names => names.Contains(first, StringComparer.Ordinal) && names.Contains(second, StringComparer.Ordinal));
    }

    // What works on one object cannot do without its id, whatever the schema says.
    private static IEnumerable<string> Needed(ToolDefinition tool) =>
        tool.Method is "update" or "delete" ? tool.Required.Append(WriteRequests.Id).Distinct(StringComparer.Ordinal) : tool.Required;

    private static string? NameOf(string given, ToolDefinition tool, IEnumerable<string> names)
    {
        var all = names.ToList();
        var normalised = FieldNames.Normalise(given);
        return all.Find(name => string.Equals(name, given, StringComparison.Ordinal))
            ?? all.Find(name => string.Equals(FieldNames.Normalise(name), normalised, StringComparison.Ordinal))
            ?? all.Find(name => IsSame(name, given))
            ?? (IsIdOf(tool.Resource, normalised) ? all.Find(name => name is WriteRequests.Id) : null);
    }

    // caseId of cases.
    private static bool IsIdOf(string resource, string name) =>
        string.Equals(name, FieldNames.Normalise(resource).TrimEnd('s') + "id", StringComparison.Ordinal);

    private static JsonElement Convert(JsonElement value, JsonElement schema, out string? fault)
    {
        var types = Types(schema);
        fault = null;
        if (types.Count == 0 || types.Contains(TypeOf(value)) || (types.Contains("number") && value.ValueKind == JsonValueKind.Number))
        {
            return value;
        }

        var text = JsonScalar.Text(value);
        if (types.Contains("integer") && JsonScalar.Number(text) is { } number)
        {
            return JsonSerializer.SerializeToElement(number);
        }

        if (types.Contains("number") && decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var real))
        {
            return JsonSerializer.SerializeToElement(real);
        }

        if (types.Contains("boolean") && text is "true" or "false")
        {
            return JsonSerializer.SerializeToElement(text is "true");
        }

        if (types.Contains("string") && value.ValueKind == JsonValueKind.Number)
        {
            return JsonSerializer.SerializeToElement(value.GetRawText());
        }

        fault = $"It must be of type {string.Join(" or ", types)}.";
        return value;
    }

    private static string TypeOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => "object",
        JsonValueKind.Array => "array",
        JsonValueKind.String => "string",
        JsonValueKind.Number => JsonScalar.Number(value.GetRawText()) is null ? "number" : "integer",
        _ => "boolean",
    };

    private static List<string> Types(JsonElement schema) => [.. new JsonFields(schema).Words("type").Where(type => type is not "null")];

    private static JsonElement.ObjectEnumerator Properties(JsonElement schema) =>
        new JsonFields(schema).Element("properties") is { ValueKind: JsonValueKind.Object } properties ? properties.EnumerateObject()
            : default;
}
