using FuseDeskFlows.Triggers.Pages.Runs;
using Microsoft.DurableTask.Client;

namespace FuseDeskFlows.Tests.Triggers.Pages.Runs;

public sealed class RunSubjectTests
{
    [Theory]
    [InlineData("""{"email":"sarah@examplecorp.com","search":null,"channels":true}""", "sarah@examplecorp.com")]
    [InlineData("""{"caseId":84877}""", "case 84877")]
    [InlineData("""{"chatId":"10294"}""", "chat 10294")]
    [InlineData("""{"departments":["Billing","Sales"]}""", "Billing, Sales")]
    [InlineData("""{"status":"new","openedOn":"today"}""", "status new, opened today")]
    [InlineData("""{"tool":"cases/addnote","arguments":{"id":"84877","note":"x"}}""", "cases/addnote 84877")]
    [InlineData("""{"prompt":"Who\n waits?"}""", "Who waits?")]
    [InlineData("{}", null)]
    [InlineData("""{"email":7,"prompt":{}}""", "7")]
    [InlineData("\"text\"", null)]
    [InlineData("no json", null)]
    [InlineData(null, null)]
    public void A_run_is_about_what_it_was_started_with(string? input, string? subject) =>
        Assert.Equal(subject, RunSubject.Of(new OrchestrationMetadata("X", "x") { SerializedInput = input }));

    [Fact]
    public void A_long_question_is_shortened() => Assert.InRange(
        RunSubject.Of(new OrchestrationMetadata("X", "x") { SerializedInput = $$"""{"prompt":"{{new string('w', 500)}}"}""" })!.Length,
        50,
        100);
}
