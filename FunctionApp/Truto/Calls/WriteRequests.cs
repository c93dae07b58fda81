using System.Text.Json;
using System.Text.Json.Nodes;
using FuseDeskFlows.Serialization;
using FuseDeskFlows.Truto.Catalogue;
using FuseDeskFlows.Truto.Http;
using FuseDeskFlows.Truto.Tools;

namespace FuseDeskFlows.Truto.Calls;

/// <summary>
/// How Truto's proxy takes writes: PATCH and DELETE on <c>/proxy/{resource}/{id}</c>, POST on <c>/proxy/{resource}</c> for a new object
/// and on <c>/proxy/{resource}/{method}</c> for the account's own methods, whose object is named by <c>id</c> in the body.
/// </summary>
internal static class WriteRequests
{
    public const string Id = "id";

    public static string Path(ToolDefinition tool, string? id) => $"proxy/{Uri.EscapeDataString(tool.Resource)}" + tool.Method switch
    {
        "create" => "",
        "update" or "delete" => $"/{Uri.EscapeDataString(id ?? "")}",
        _ => $"/{Uri.EscapeDataString(tool.Method)}",
    };

    /// <summary>The arguments that belong into the query: those that only its schema names.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Query(ToolDefinition tool, string arguments)
    {
        using var document = JsonDocument.Parse(arguments);
        return [.. document.RootElement.EnumerateObject()
            .Where(argument => IsInQuery(tool, argument.Name))
            .Select(argument => KeyValuePair.Create(argument.Name, JsonScalar.Text(argument.Value) ?? argument.Value.GetRawText()))];
    }

    public static HttpWrite Body(ToolDefinition tool, WriteCall call)
    {
        var body = JsonNode.Parse(call.Arguments)!.AsObject();
        foreach (var name in body.Select(argument => argument.Key).Where(name => IsInQuery(tool, name) || IsInPath(tool, name)).ToList())
        {
            body.Remove(name);
        }

        var verb = tool.Method switch
        {
            "update" => HttpMethod.Patch,
            "delete" => HttpMethod.Delete,
            _ => HttpMethod.Post,
        };
        return new(verb, body.ToJsonString(), call.IdempotencyKey);
    }

    /// <summary>
    /// What came of a write. Only an answer that refuses it says that nothing was changed: a lost answer, a gateway's fault, and a conflict
    /// with an earlier attempt leave it open.
    /// </summary>
    public static ToolOutcome<WriteAnswer> Judge(ToolOutcome<WriteAnswer> outcome, WriteCall call) => outcome.Error switch
    {
        // An empty answer, or one that is too large, is one of a call that was carried out.
        { Kind: ToolErrorKind.UnexpectedAnswer, Status: >= 200 and < 300 } =>
            outcome with { Error = null, Value = new() { IsDone = true } },
        { Kind: ToolErrorKind.Unavailable } fault => outcome with { Error = null, Value = new() { Doubt = fault.Message } },
        { Status: 409 or 425 } conflict when call.IsRepeated => outcome with { Error = null, Value = new() { Doubt = conflict.Message } },
        _ => outcome,
    };

    private static bool IsInPath(ToolDefinition tool, string name) => tool.Method is "update" or "delete" && name is Id;

    private static bool IsInQuery(ToolDefinition tool, string name) =>
        !IsInPath(tool, name) && Has(tool.QuerySchema, name) && !Has(tool.BodySchema, name);

    private static bool Has(JsonElement schema, string name) =>
        new JsonFields(schema).Element("properties") is { ValueKind: JsonValueKind.Object } properties
            && properties.TryGetProperty(name, out _);
}
