using FuseDeskFlows.Language.Models;
using FuseDeskFlows.Orchestrations.Drafts;
using FuseDeskFlows.Tests.Language;
using FuseDeskFlows.Triggers.Drafts;
using FuseDeskFlows.Truto.Settings;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace FuseDeskFlows.Tests.Triggers.Drafts;

public sealed class DraftTriggerTests
{
    [Fact]
    public async Task A_draft_is_started_and_its_address_is_given()
    {
        var client = new ClientMock();

        var answer = await PostAsync(client, "84920");

        var (flow, input, options) = Assert.Single(client.Started);
        Assert.Equal((StatusCodes.Status202Accepted, DraftReply.Name), (answer.Status, flow));
        Assert.Equal(new DraftReplyRequest { CaseId = new(84920) }, input);
        Assert.Equal($"/api/runs/{options.InstanceId}", answer.Headers.Location);
    }

    [Fact]
    public async Task The_same_key_starts_one_run_for_one_case()
    {
        var client = new ClientMock();

        await PostAsync(client, "84920", key: "k1");
        await PostAsync(client, "84920", key: "k1");
        var other = await PostAsync(client, "84921", key: "k1");

        Assert.Single(client.Started);
        Assert.Equal("idempotency-key-reused", other.ProblemType);
    }

    [Theory]
    [InlineData("0", "{}", "caseId")]
    [InlineData("-1", "{}", "caseId")]
    [InlineData("ABCD1234", "{}", "caseId")]
    [InlineData("84920", """{"send":true}""", "send")]
    public async Task Bad_input_names_the_field_and_starts_nothing(string caseId, string body, string field)
    {
        var client = new ClientMock();

        var answer = await PostAsync(client, caseId, body);

        Assert.True(answer.Json.GetProperty("errors").TryGetProperty(field, out _), answer.Body);
        Assert.Empty(client.Started);
    }

    [Fact]
    public async Task A_wrong_deployment_is_503_and_nothing_starts()
    {
        await using var model = await ScriptedModel.StartAsync((_, context) => ScriptedModel.Fail(context, 404, "DeploymentNotFound"));
        using var language = new TestLanguage(model.AsAzure);
        var client = new ClientMock();

        var answer = await PostAsync(client, "84920", readiness: language.Readiness);

        Assert.Equal((StatusCodes.Status503ServiceUnavailable, "configuration-missing"), (answer.Status, answer.ProblemType));
        Assert.Contains("AzureOpenAI:Deployment", answer.Body, StringComparison.Ordinal);
        Assert.Empty(client.Started);
    }

    private static async Task<Answer> PostAsync(
        ClientMock client, string caseId, string body = "{}", string? key = null, ModelReadiness? readiness = null)
    {
        var request = Answer.Request(body, path: $"/api/cases/{caseId}/draft", headers: key is null ? [] : [("Idempotency-Key", key)]);
        var trigger = new DraftTrigger(Options.Create(new TrutoOptions()), readiness ?? TestLanguage.NoModel, TimeProvider.System);
        return await Answer.OfStartAsync(trigger.Endpoint(caseId), request, client);
    }
}
