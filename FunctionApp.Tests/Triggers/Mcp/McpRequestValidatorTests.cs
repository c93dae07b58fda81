using System.Text.Json.Nodes;
using FuseDeskFlows.Triggers.Mcp;

namespace FuseDeskFlows.Tests.Triggers.Mcp;

public sealed class McpRequestValidatorTests
{
    [Theory]
    [InlineData("tools/call", null, "params.name")]
    [InlineData("tools/call", "[]", "params.name")]
    [InlineData("tools/call", """{ "name": 5 }""", "params.name")]
    [InlineData("tools/call", """{ "name": "get_run", "arguments": [] }""", "params.arguments")]
    [InlineData("tools/call", """{ "name": "get_run", "arguments": "none" }""", "params.arguments")]
    [InlineData("resources/read", "{}", "params.uri")]
    [InlineData("resources/read", """{ "uri": null }""", "params.uri")]
    public void What_is_wrong_with_a_call_is_named(string method, string? parameters, string field) =>
        Assert.StartsWith(field, McpRequestValidator.FindFault(method, Parse(parameters)), StringComparison.Ordinal);

    [Theory]
    [InlineData("tools/call", """{ "name": "waiting_now" }""")]
    [InlineData("tools/call", """{ "name": "waiting_now", "arguments": null }""")]
    [InlineData("tools/call", """{ "name": "get_run", "arguments": { "runId": "a" } }""")]
    [InlineData("resources/read", """{ "uri": "fusedeskflows://runs/a" }""")]
    [InlineData("tools/list", null)]
    public void What_is_well_formed_is_let_through(string method, string? parameters) =>
        Assert.Null(McpRequestValidator.FindFault(method, Parse(parameters)));

    private static JsonNode? Parse(string? json) => json is null ? null : JsonNode.Parse(json);
}
