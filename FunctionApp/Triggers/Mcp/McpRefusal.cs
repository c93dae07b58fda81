using System.Text.Json;
using System.Text.Json.Nodes;
using FuseDeskFlows.Language.Budget;
using Microsoft.AspNetCore.Http;
using ModelContextProtocol;

namespace FuseDeskFlows.Triggers.Mcp;

/// <summary>What is wrong with a message of the protocol.</summary>
/// <param name="Code">The kind of fault, as JSON-RPC numbers them.</param>
/// <param name="Fault">What is wrong, for who sent it.</param>
/// <param name="Id">The request's id; undefined where it cannot be told.</param>
internal sealed record McpRefusal(McpErrorCode Code, string Fault, JsonElement Id = default)
{
    /// <summary>Answers with it: 400 for what is no message, 200 for a request that is answered by an error.</summary>
    public IResult ToResult()
    {
        var answer = new JsonObject
        {
            ["jsonrpc"] = "2.0",
            ["id"] = Id.ValueKind == JsonValueKind.Undefined ? null : JsonNode.Parse(Id.GetRawText()),
            ["error"] = new JsonObject { ["code"] = (int)Code, ["message"] = Fault },
        };
        var status = Code is McpErrorCode.ParseError or McpErrorCode.InvalidRequest
            ? StatusCodes.Status400BadRequest
            : StatusCodes.Status200OK;
        return TypedResults.Text(PromptJson.SerializeLine(answer), "application/json", statusCode: status);
    }
}
