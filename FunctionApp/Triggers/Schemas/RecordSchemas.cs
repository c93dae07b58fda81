using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization;
using FuseDeskFlows.FuseDesk.Ids;
using FuseDeskFlows.Serialization;

namespace FuseDeskFlows.Triggers.Schemas;

/// <summary>
/// JSON schemas (2020-12) of the records that the app reads and writes, by the very serializer that writes them. Each record has a schema
/// of its own; others refer to it.
/// </summary>
/// <param name="prefix">What stands before a record's name where another refers to it: <c>#/$defs/</c>.</param>
internal sealed class RecordSchemas(string prefix)
{
    // What is written is strict, though numbers are read from texts, too.
    private static readonly JsonSerializerOptions Strict = new(AppJson.Options) { NumberHandling = JsonNumberHandling.Strict };

    private readonly Dictionary<string, (Type Type, JsonObject? Schema)> _named = new(StringComparer.Ordinal);

    /// <summary>The records' schemas by name, in the order of names.</summary>
    public IEnumerable<KeyValuePair<string, JsonObject>> Named =>
        _named.OrderBy(named => named.Key, StringComparer.Ordinal).Select(named => KeyValuePair.Create(named.Key, named.Value.Schema!));

    /// <summary>Refers to a type's schema, which becomes one of the named.</summary>
    public JsonObject Refer(Type type)
    {
        Define(type.Name, type, () => Export(type));
        return new() { ["$ref"] = prefix + type.Name };
    }

    /// <summary>Refers to the schema of a request, of which a caller may set some fields only.</summary>
    public JsonObject ReferToRequest(Type type, IReadOnlyCollection<string> fields, string? description)
    {
        Define(type.Name, type, () => Request(type, fields, description));
        return new() { ["$ref"] = prefix + type.Name };
    }

    /// <summary>A type's schema itself.</summary>
    public JsonObject Inline(Type type) => Export(type);

    /// <summary>The schema of a request, of which a caller may set some fields only.</summary>
    public JsonObject Request(Type type, IReadOnlyCollection<string> fields, string? description)
    {
        var schema = new RecordSchemas(prefix).Export(type); // what the app's own fields refer to is not of interest
        var properties = schema["properties"]?.AsObject() ?? [];
        foreach (var other in properties.Select(property => property.Key).Except(fields, StringComparer.Ordinal).ToList())
        {
            properties.Remove(other);
        }

        schema.Remove("required");
        schema["properties"] = properties.DeepClone();
        schema["additionalProperties"] = false;
        if (description is not null)
        {
            schema["description"] = description;
        }

        return schema;
    }

    private void Define(string name, Type type, Func<JsonObject> export)
    {
        if (_named.TryGetValue(name, out var known))
        {
            if (known.Type != type)
            {
                throw new InvalidOperationException($"Both {known.Type} and {type} would be called {name}.");
            }

            return;
        }

        _named[name] = (type, null); // what refers to itself finds its name
        _named[name] = (type, export());
    }

    private JsonObject Export(Type type) => Strict.GetJsonSchemaAsNode(type, new()
    {
        TreatNullObliviousAsNonNullable = true,
        TransformSchemaNode = (context, schema) => Transform(type, context, schema),
    }).AsObject();

    private JsonObject Transform(Type root, JsonSchemaExporterContext context, JsonNode node)
    {
        var type = Nullable.GetUnderlyingType(context.TypeInfo.Type) ?? context.TypeInfo.Type;
        var isRoot = context.Path.IsEmpty;
        var isNullable = !isRoot && (Nullable.GetUnderlyingType(context.TypeInfo.Type) is not null
            || context.PropertyInfo is { IsGetNullable: true } || HasNull(node));
        var member = context.PropertyInfo?.AttributeProvider as MemberInfo;
        var schema = !isRoot && type != root && IsRecord(type) ? Refer(type)
            : !isRoot && IsRecord(type) ? new() { ["$ref"] = prefix + type.Name }
            : IdType(type) is { } id ? new() { ["type"] = id }
            : IsJsonText(member) ? new() { ["type"] = "object" }
            : node as JsonObject ?? [];
        if (type.IsEnum)
        {
            schema["type"] = "string";
            schema["enum"] = new JsonArray([.. schema["enum"]!.AsArray().OfType<JsonNode>().Select(value => value.DeepClone())]);
        }

        if (isNullable)
        {
            schema = WithNull(schema);
        }

        if ((member is not null ? XmlSummaries.Of(member) : XmlSummaries.Of(type)) is { } summary && (member is not null || isRoot))
        {
            schema["description"] = summary;
        }

        return schema;
    }

    private static JsonObject WithNull(JsonObject schema)
    {
        if (schema.ContainsKey("$ref") || schema.ContainsKey("enum"))
        {
            return new() { ["oneOf"] = new JsonArray(new JsonObject { ["type"] = "null" }, schema) };
        }

        if (schema["type"] is JsonValue single)
        {
            schema["type"] = new JsonArray(single.DeepClone(), "null");
        }

        return schema;
    }

    private static bool HasNull(JsonNode node) =>
        node is JsonObject { } schema && schema["type"] is JsonArray types && types.Any(type => type?.GetValue<string>() is "null");

    private static bool IsRecord(Type type) =>
        type is { IsClass: true, Namespace: { } space } && space.StartsWith(nameof(FuseDeskFlows), StringComparison.Ordinal);

    // Of those that there are, each holds an object.
    private static bool IsJsonText(MemberInfo? member) =>
        member?.GetCustomAttribute<JsonConverterAttribute>()?.ConverterType == typeof(JsonTextConverter);

    // Ids are written as their bare values.
    private static string? IdType(Type type) => type.GetInterfaces()
        .Where(part => part.IsGenericType && part.GetGenericTypeDefinition() == typeof(IId<,>))
        .Select(part => part.GenericTypeArguments[1] == typeof(long) ? "integer" : "string")
        .FirstOrDefault();
}
