using System.Text.Json;
using System.Text.Json.Nodes;
using FuseDeskFlows.Triggers.OpenApi;
using Json.Schema;

namespace FuseDeskFlows.Tests.Triggers.OpenApi;

/// <summary>The app's OpenAPI document, by which a test judges what the app reads and writes.</summary>
internal sealed class SchemaDocument(JsonObject document)
{
    private const string Components = "#/components/schemas/";

    public JsonObject Schemas => document["components"]!["schemas"]!.AsObject();

    public static async Task<SchemaDocument> ReadAsync() =>
        new(JsonNode.Parse(await OpenApiDocuments.WriteAsync("/api", TestContext.Current.CancellationToken))!.AsObject());

    /// <summary>
    /// Finds why something does not fit a schema; null if it does. A field that the schema does not name is a fault, too.
    /// </summary>
    public string? FindFault(string name, JsonNode? value)
    {
        var text = new JsonObject { ["$ref"] = "#/$defs/" + name, ["$defs"] = Schemas.DeepClone() }.ToJsonString()
            .Replace(Components, "#/$defs/", StringComparison.Ordinal);
        var schemas = JsonNode.Parse(text)!;
        foreach (var (_, schema) in schemas["$defs"]!.AsObject())
        {
            if (schema is JsonObject { } record
                && record["properties"] is JsonObject { Count: > 0 }
                && record["additionalProperties"] is null)
            {
                record["additionalProperties"] = false;
            }
        }

        var result = JsonSchema.FromText(schemas.ToJsonString()).Evaluate(
            JsonSerializer.SerializeToElement(value), new() { OutputFormat = OutputFormat.List });
        return result.IsValid
            ? null
            : string.Join('\n', (result.Details ?? []).Where(detail => detail.Errors is not null)
                .SelectMany(detail => detail.Errors!.Select(error => $"{detail.InstanceLocation}: {error.Value}")));
    }

    /// <summary>Finds what the document says of an answer; null if the route is not in it.</summary>
    public JsonNode? FindAnswer(string method, string path, int status)
    {
        foreach (var (template, item) in document["paths"]!.AsObject())
        {
            if (Fits(template, path) && item![method.ToLowerInvariant()] is { } operation)
            {
                return operation["responses"]![$"{status}"]
                    ?? throw new InvalidOperationException($"The document has no answer {status} of {method} {template}.");
            }
        }

        return null;
    }

    // "cases/digest" is no case's id: a template without a value comes first, as in the document.
    private static bool Fits(string template, string path)
    {
        var (parts, given) = (template.Split('/'), path.Split('/'));
        return parts.Length == given.Length && parts.Zip(given).All(
            pair => pair.First.StartsWith('{') || string.Equals(pair.First, pair.Second, StringComparison.Ordinal));
    }

    /// <summary>The name of the schema that a content refers to.</summary>
    public static string SchemaOf(JsonNode content) => content["schema"]!["$ref"]!.GetValue<string>()[Components.Length..];
}
