using System.Text.Json;
using FuseDeskFlows.Activities.Agent.Tools;

namespace FuseDeskFlows.Tests.Activities.Agent;

public sealed class ArgumentCheckTests
{
    private static readonly JsonElement Schema = JsonElement.Parse("""
        {"type":"object","additionalProperties":false,"required":["id"],"properties":{
          "id":{"type":"string"},"department_id":{"type":"integer"},"is_archived":{"type":"boolean"},
          "names":{"type":"array","items":{"type":"string"}},"status":{"type":"string","enum":["new","open"]}}}
        """);

    [Theory]
    [InlineData("""{"id":"7"}""", """{"id":"7"}""")]
    [InlineData("""{"id":7,"departmentId":"3"}""", """{"id":"7","department_id":3}""")]
    [InlineData("""{"id":"7","is_archived":"False","names":"Anna"}""", """{"id":"7","is_archived":false,"names":["Anna"]}""")]
    [InlineData("""{"id":"7","status":null}""", """{"id":"7"}""")]
    [InlineData("""{"id":{"after":"2026-01-01"}}""", """{"id":"{\u0022after\u0022:\u00222026-01-01\u0022}"}""")]
    public void What_a_person_would_understand_is_understood(string arguments, string expected)
    {
        var check = ArgumentCheck.Run(Schema, arguments);
        Assert.Null(check.Fault);
        Assert.True(JsonElement.DeepEquals(JsonElement.Parse(expected), check.Value!.Value), $"{check.Value}");
    }

    [Theory]
    [InlineData("", "id")]
    [InlineData("[1]", "not a JSON object")]
    [InlineData("""{"id":""", "not valid JSON")]
    [InlineData("""{"id":"7","colour":"red"}""", "no argument 'colour'")]
    [InlineData("""{"id":"7","department_id":"three"}""", "department_id")]
    [InlineData("""{"id":"7","status":"shut"}""", "status")]
    public void What_is_wrong_is_told_with_the_arguments_name(string arguments, string told)
    {
        var check = ArgumentCheck.Run(Schema, arguments);
        Assert.Null(check.Value);
        Assert.Contains(told, check.Fault, StringComparison.Ordinal);
    }

    [Fact]
    public void A_schema_that_cannot_be_used_forbids_nothing()
    {
        var odd = JsonElement.Parse("""{"type":"object","properties":{"id":{"type":"no-such-type"}}}""");
        Assert.Null(ArgumentCheck.Run(odd, """{"id":"7"}""").Fault);
    }

    [Fact]
    public void Endless_arguments_are_not_read() =>
        Assert.Contains(
            "longer than", ArgumentCheck.Run(Schema, $$"""{"id":"{{new string('x', 30_000)}}"}""").Fault, StringComparison.Ordinal);
}
