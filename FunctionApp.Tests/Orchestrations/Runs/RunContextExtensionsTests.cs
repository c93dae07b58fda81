using System.Text.Json;
using FuseDeskFlows.Orchestrations.Drafts;
using FuseDeskFlows.Orchestrations.Runs;
using FuseDeskFlows.Orchestrations.Triage;
using FuseDeskFlows.Serialization;
using Microsoft.DurableTask;
using Moq;

namespace FuseDeskFlows.Tests.Orchestrations.Runs;

public sealed class RunContextExtensionsTests
{
    [Theory]
    [InlineData("""{ "caseId": "many" }""", "The input's caseId cannot be read: its value is not of the kind that belongs there.")]
    [InlineData(
        """{ "parent": { "flow": 5 } }""", "The input's parent.flow cannot be read: its value is not of the kind that belongs there.")]
    [InlineData("""{ "caseId": "84920.5" }""", "The input's caseId cannot be read: its value is not of the kind that belongs there.")]
    [InlineData("""{ "caseId": 0 }""", "The input's caseId cannot be read: its value is not of the kind that belongs there.")]
    [InlineData("[]", "The input cannot be read: it must be a JSON object.")]
    [InlineData("5", "The input cannot be read: it must be a JSON object.")]
    public void What_cannot_be_read_is_named(string input, string told) =>
        Assert.Equal(told, Assert.Throws<RunFailedException>(() => Read<TriageRequest>(input)).Message);

    [Fact]
    public void What_is_lacking_is_named() => Assert.Equal(
        "The input cannot be read: it lacks 'caseId'.", Assert.Throws<RunFailedException>(() => Read<DraftReplyRequest>("{}")).Message);

    [Fact]
    public void What_can_be_read_is_read()
    {
        Assert.Equal(84920, Read<TriageRequest>("""{ "caseId": "84920" }""")?.CaseId?.Value);
        Assert.Equal(84920, Read<TriageRequest>("""{ "caseId": "84920.0" }""")?.CaseId?.Value);
        Assert.Equal(84920, Read<DraftReplyRequest>("""{ "caseId": 8.492e4 }""")?.CaseId.Value);
        Assert.Null(Read<TriageRequest>("null"));
    }

    private static T? Read<T>(string input)
        where T : class
    {
        var context = new Mock<TaskOrchestrationContext>();
        context.Setup(run => run.GetInput<T>()).Returns(() => JsonSerializer.Deserialize<T>(input, AppJson.Options));
        return context.Object.ReadInput<T>();
    }
}
