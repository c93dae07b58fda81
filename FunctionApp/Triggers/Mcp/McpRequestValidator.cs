using System.Text.Json;
using System.Text.Json.Nodes;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace FuseDeskFlows.Triggers.Mcp;

/// <summary>
/// Tells what is wrong with the form of a call. Left to the protocol's own reading of it, a call without a name, or with a list for its
/// arguments, would be answered with no more than that an error occurred.
/// </summary>
internal static class McpRequestValidator
{
    /// <summary>Refuses requests of a wrong form.</summary>
    public static McpMessageHandler Check(McpMessageHandler next) => (context, cancellationToken) =>
        context.JsonRpcMessage is JsonRpcRequest request && FindFault(request.Method, request.Params) is { } fault
            ? throw new McpProtocolException(fault, McpErrorCode.InvalidParams)
            : next(context, cancellationToken);

    /// <summary>Finds what is wrong; null if nothing is.</summary>
    public static string? FindFault(string method, JsonNode? parameters) => method switch
    {
        RequestMethods.ToolsCall when !IsText(parameters, "name") => "params.name must be a tool's name.",
        RequestMethods.ToolsCall when Field(parameters, "arguments") is not (null or JsonObject) =>
            "params.arguments must be an object with the tool's arguments.",
        RequestMethods.ResourcesRead when !IsText(parameters, "uri") => "params.uri must be a resource's address.",
        _ => null,
    };

    private static bool IsText(JsonNode? parameters, string name) => Field(parameters, name)?.GetValueKind() == JsonValueKind.String;

    private static JsonNode? Field(JsonNode? parameters, string name) => (parameters as JsonObject)?[name];
}
