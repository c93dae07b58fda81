using System.Text;
using System.Text.Json;
using FuseDeskFlows.Triggers.Mcp;
using ModelContextProtocol;

namespace FuseDeskFlows.Tests.Triggers.Mcp;

public sealed class McpMessageCheckTests
{
    private static readonly string[] Tools = ["get_run", "waiting_now"];

    [Theory]
    [InlineData("tools/call", null, "params.name must be a tool's name.")]
    [InlineData("tools/call", "[]", "params must be an object.")]
    [InlineData("tools/call", """{ "name": 5 }""", "params.name must be a tool's name.")]
    [InlineData("tools/call", """{ "name": "get_run", "arguments": [] }""", "params.arguments must be an object with")]
    [InlineData("tools/call", """{ "name": "get_run", "arguments": "none" }""", "params.arguments must be an object with")]
    [InlineData("tools/call", """{ "name": "no_tool" }""", "There is no tool of this name; there are get_run, waiting_now.")]
    [InlineData("resources/read", "{}", "params.uri must be a resource's address.")]
    [InlineData("resources/read", """{ "uri": null }""", "params.uri must be a resource's address.")]
    [InlineData("logging/setLevel", """{ "level": "loud" }""", "params.level must be one of debug, info,")]
    [InlineData("tools/list", """{ "cursor": 5 }""", "params.cursor cannot be read")]
    [InlineData("tools/list", """{ "_meta": 5 }""", "params._meta cannot be read")]
    [InlineData("initialize", "{}", "params.protocolVersion is missing.")]
    [InlineData("initialize", """{ "protocolVersion": 5, "capabilities": {}, "clientInfo": {} }""", "params.protocolVersion cannot")]
    [InlineData("initialize", """{ "protocolVersion": "x", "capabilities": 5, "clientInfo": {} }""", "params.capabilities cannot")]
    [InlineData("initialize", """{ "protocolVersion": "x", "capabilities": {}, "clientInfo": {} }""", "params.clientInfo cannot")]
    public void What_is_wrong_with_a_request_is_named(string method, string? parameters, string fault)
    {
        var refusal = Find(Request(method, parameters));
        Assert.Equal((McpErrorCode.InvalidParams, 7), (refusal?.Code, refusal?.Id.GetInt32()));
        Assert.StartsWith(fault, refusal!.Fault, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "The body is empty")]
    [InlineData("{", "The body stops being JSON at line 1, byte 2.")]
    [InlineData("""{ "jsonrpc": "2.0", "id": 1, "id": 2, "method": "ping" }""", "The body has the field 'id' twice.")]
    [InlineData("""{ "jsonrpc": "2.0", "id": "\ud800", "method": "ping" }""", "The body has half of a character")]
    public void What_is_not_JSON_that_can_be_read_in_one_way_is_refused(string message, string fault)
    {
        var refusal = Find(message);
        Assert.Equal(McpErrorCode.ParseError, refusal?.Code);
        Assert.StartsWith(fault, refusal!.Fault, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""[{ "jsonrpc": "2.0", "id": 1, "method": "ping" }]""", "Send one message at a time: the protocol has no batches.")]
    [InlineData("5", "A message must be a JSON object.")]
    [InlineData("""{ "id": 1, "method": "ping" }""", "jsonrpc must be \"2.0\".")]
    [InlineData("""{ "jsonrpc": 2.0, "id": 1, "method": "ping" }""", "jsonrpc must be \"2.0\".")]
    [InlineData("""{ "jsonrpc": "2.0", "id": null, "method": "ping" }""", "id must be a text or a whole number; a notification has none.")]
    [InlineData("""{ "jsonrpc": "2.0", "id": 1.5, "method": "ping" }""", "id must be a text or a whole number; a notification has none.")]
    [InlineData("""{ "jsonrpc": "2.0", "id": 1, "method": 5 }""", "method must be a text.")]
    [InlineData("""{ "jsonrpc": "2.0", "id": 1 }""", "method is missing.")]
    public void What_is_no_message_is_refused(string message, string fault) => Assert.Equal(
        (McpErrorCode.InvalidRequest, fault), (Find(message)?.Code, Find(message)?.Fault));

    [Fact]
    public void A_method_that_is_not_served_is_refused_with_those_that_are() => Assert.StartsWith(
        "There is no method of this name; there are initialize, ping,", Find(Request("nope", "[]"))?.Fault, StringComparison.Ordinal);

    [Theory]
    [InlineData("tools/call", """{ "name": "waiting_now" }""")]
    [InlineData("tools/call", """{ "name": "waiting_now", "arguments": null }""")]
    [InlineData("tools/call", """{ "name": "get_run", "arguments": { "runId": "a" }, "_meta": { "progressToken": 1 } }""")]
    [InlineData("resources/read", """{ "uri": "fusedeskflows://runs/a" }""")]
    [InlineData("logging/setLevel", """{ "level": "info" }""")]
    [InlineData("server/discover", "{}")]
    [InlineData("tools/list", null)]
    [InlineData("initialize", """
        { "protocolVersion": "2025-06-18", "capabilities": { "roots": {} }, "clientInfo": { "name": "a", "version": "1" } }
        """)]
    public void What_is_well_formed_is_let_through(string method, string? parameters) => Assert.Null(Find(Request(method, parameters)));

    [Theory]
    [InlineData("""{ "jsonrpc": "2.0", "method": "notifications/cancelled", "params": { "requestId": 1 } }""")]
    [InlineData("""{ "jsonrpc": "2.0", "id": 1, "result": {} }""")]
    [InlineData("\ufeff{ \"jsonrpc\": \"2.0\", \"id\": \"a\", \"method\": \"ping\" }")]
    public void Notifications_and_answers_are_let_through(string message) => Assert.Null(Find(message));

    [Fact]
    public async Task A_refusal_is_an_error_of_JSON_RPC_with_the_id_where_there_is_one()
    {
        var request = Answer.Request();
        var answer = await Answer.OfAsync(Find(Request("ping", "5"))!.ToResult(), request);
        Assert.Equal(200, answer.Status);
        Assert.StartsWith("application/json", answer.Headers.ContentType.ToString(), StringComparison.Ordinal);
        Assert.Equal("""{"jsonrpc":"2.0","id":7,"error":{"code":-32602,"message":"params must be an object."}}""", answer.Body);

        var unread = await Answer.OfAsync(Find("[]")!.ToResult(), Answer.Request());
        Assert.Equal((400, JsonValueKind.Null), (unread.Status, unread.Json.GetProperty("id").ValueKind));
    }

    private static string Request(string method, string? parameters) => parameters is null
        ? $$"""{ "jsonrpc": "2.0", "id": 7, "method": "{{method}}" }"""
        : $$"""{ "jsonrpc": "2.0", "id": 7, "method": "{{method}}", "params": {{parameters}} }""";

    private static McpRefusal? Find(string message) => McpMessageCheck.Find(Encoding.UTF8.GetBytes(message), Tools);
}
