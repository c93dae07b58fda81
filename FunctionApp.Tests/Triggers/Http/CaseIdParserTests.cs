using System.Text.Json;
using FuseDeskFlows.Triggers.Http;
using FuseDeskFlows.Triggers.Triage;

namespace FuseDeskFlows.Tests.Triggers.Http;

/// <summary>A case's id is a number in any spelling, by every door of the API.</summary>
public sealed class CaseIdParserTests
{
    [Theory]
    [InlineData("84920")]
    [InlineData("84920.0")]
    [InlineData("8.492e4")]
    [InlineData("\"84920\"")]
    [InlineData("\" 84920.00 \"")]
    [InlineData("\"8.492E4\"")]
    public void A_body_takes_any_spelling(string id) =>
        Assert.Equal(84920, TriageBody.Parse(JsonElement.Parse($$"""{"caseId":{{id}}}""")).Value?.CaseId?.Value);

    [Theory]
    [InlineData("84920", 84920)]
    [InlineData("84920.0", 84920)]
    [InlineData("8.492e4", 84920)]
    [InlineData("newest", 0)]
    [InlineData("84920.5", 0)]
    [InlineData("-1", 0)]
    public void A_route_takes_any_spelling_and_names_what_is_none(string route, int id)
    {
        var parsed = CaseIdParser.Parse(route);
        Assert.Equal(id, parsed.Value.Value);
        Assert.Equal(id == 0, parsed.Problem?.Detail?.Contains("caseId", StringComparison.Ordinal) is true);
    }
}
