using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using FuseDeskFlows.Triggers.Http;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;

namespace FuseDeskFlows.Triggers.Mcp;

/// <summary>
/// Tells what is wrong with the form of a message. Left to the protocol's own handling, some faults would be answered by nothing at all,
/// others by no more than that an error occurred, and the log would get a stack trace and the caller's words for each.
/// </summary>
internal static class McpMessageCheck
{
    private const int MaxDepth = 64;

    private static readonly string[] Levels = ["debug", "info", "notice", "warning", "error", "critical", "alert", "emergency"];

    // What the app serves, with the record that the protocol has for the parameters.
    private static readonly Dictionary<string, JsonTypeInfo> Methods = new(StringComparer.Ordinal)
    {
        [RequestMethods.Initialize] = Record<InitializeRequestParams>(),
        [RequestMethods.Ping] = Record<PingRequestParams>(),
        ["server/discover"] = Record<PingRequestParams>(),
        [RequestMethods.ToolsList] = Record<ListToolsRequestParams>(),
        [RequestMethods.ToolsCall] = Record<CallToolRequestParams>(),
        [RequestMethods.ResourcesList] = Record<ListResourcesRequestParams>(),
        [RequestMethods.ResourcesTemplatesList] = Record<ListResourceTemplatesRequestParams>(),
        [RequestMethods.ResourcesRead] = Record<ReadResourceRequestParams>(),
        ["logging/setLevel"] = Record<PingRequestParams>(),
    };

    /// <summary>Finds what is wrong with a message.</summary>
    /// <param name="body">The message.</param>
    /// <param name="tools">The names of the tools that there are.</param>
    /// <returns>Null if nothing is.</returns>
    public static McpRefusal? Find(ReadOnlyMemory<byte> body, IReadOnlyList<string> tools)
    {
        if (StrictJson.Parse(body, MaxDepth, out var message) is { } unreadable)
        {
            return new(McpErrorCode.ParseError, unreadable);
        }

        var id = Field(message, "id");
        var hasId = id.ValueKind is JsonValueKind.String || (id.ValueKind == JsonValueKind.Number && id.TryGetInt64(out _));
        if (FindFormFault(message, id, hasId) is { } fault)
        {
            return new(McpErrorCode.InvalidRequest, fault, hasId ? id : default);
        }

        // A notification is not answered, and neither is an answer.
        if (!hasId || Text(message, "method") is not { } method)
        {
            return null;
        }

        var parameters = Field(message, "params");
        return !Methods.ContainsKey(method)
                ? new(McpErrorCode.MethodNotFound, $"There is no method of this name; there are {string.Join(", ", Methods.Keys)}.", id)
            : FindFault(method, parameters) is { } wrong ? new(McpErrorCode.InvalidParams, wrong, id)
            : method is RequestMethods.ToolsCall && !tools.Contains(Text(parameters, "name"), StringComparer.Ordinal)
                ? new(McpErrorCode.InvalidParams, $"There is no tool of this name; there are {string.Join(", ", tools)}.", id)
            : null;
    }

    /// <summary>Finds what is wrong with a request's parameters; null if nothing is.</summary>
    public static string? FindFault(string method, JsonElement parameters) => (method, parameters.ValueKind) switch
    {
        (_, not (JsonValueKind.Undefined or JsonValueKind.Null or JsonValueKind.Object)) => "params must be an object.",
        (RequestMethods.ToolsCall, _) when !IsText(parameters, "name") => "params.name must be a tool's name.",
        (RequestMethods.ToolsCall, _) when Field(parameters, "arguments").ValueKind
            is not (JsonValueKind.Undefined or JsonValueKind.Null or JsonValueKind.Object) =>
            "params.arguments must be an object with the tool's arguments.",
        ("logging/setLevel", _) when !Levels.Contains(Text(parameters, "level"), StringComparer.Ordinal) =>
            $"params.level must be one of {string.Join(", ", Levels)}.",
        (RequestMethods.ResourcesRead, _) when !IsText(parameters, "uri") => "params.uri must be a resource's address.",
        (_, JsonValueKind.Object) => FindFault(Methods[method], parameters),
        _ => null,
    };

    private static string? FindFault(JsonTypeInfo record, JsonElement parameters)
    {
        var required = record.Properties.Where(property => property.IsRequired).Select(property => property.Name);
        if (required.FirstOrDefault(name => !parameters.TryGetProperty(name, out _)) is { } missing)
        {
            return $"params.{missing} is missing.";
        }

        try
        {
            parameters.Deserialize(record);
            return null;
        }
        catch (JsonException fault)
        {
            return $"params{fault.Path?[1..]} cannot be read: a part of it is missing, or not of the kind that belongs there.";
        }
    }

    private static string? FindFormFault(JsonElement message, JsonElement id, bool hasId) => message.ValueKind switch
    {
        JsonValueKind.Array => "Send one message at a time: the protocol has no batches.",
        not JsonValueKind.Object => "A message must be a JSON object.",
        _ when Text(message, "jsonrpc") is not "2.0" => "jsonrpc must be \"2.0\".",
        _ when !hasId && id.ValueKind != JsonValueKind.Undefined => "id must be a text or a whole number; a notification has none.",
        _ when IsText(message, "method") => null,
        _ when Field(message, "method").ValueKind != JsonValueKind.Undefined => "method must be a text.",
        _ when hasId && (message.TryGetProperty("result", out _) || message.TryGetProperty("error", out _)) => null,
        _ => "method is missing.",
    };

    private static bool IsText(JsonElement parent, string name) => Text(parent, name) is not null;

    private static string? Text(JsonElement parent, string name) =>
        Field(parent, name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    private static JsonElement Field(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var value) ? value : default;

    private static JsonTypeInfo Record<T>() => McpJsonUtilities.DefaultOptions.GetTypeInfo(typeof(T));
}
