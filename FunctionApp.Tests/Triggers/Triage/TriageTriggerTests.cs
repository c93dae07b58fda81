using FuseDeskFlows.Orchestrations.Triage;
using FuseDeskFlows.Reports.Triage;
using FuseDeskFlows.Tests.Language;
using FuseDeskFlows.Triggers.Triage;
using FuseDeskFlows.Truto.Settings;
using Microsoft.AspNetCore.Http;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Moq;

namespace FuseDeskFlows.Tests.Triggers.Triage;

public sealed class TriageTriggerTests
{
    private const string Body = """{ "email": " sarah@examplecorp.com " }""";
    private static readonly TriageReport Report = new() { NextStep = "Answer." };

    [Fact]
    public async Task A_triage_is_started_and_its_address_is_given()
    {
        var client = new ClientMock();

        var answer = await PostAsync(client, Answer.Request(Body));

        Assert.Equal(StatusCodes.Status202Accepted, answer.Status);
        var (flow, input, options) = Assert.Single(client.Started);
        Assert.Equal(CaseTriage.Name, flow);
        Assert.Equal(new TriageRequest { Email = "sarah@examplecorp.com" }, input);
        Assert.Equal($"/api/runs/{options.InstanceId}", answer.Headers.Location);
        Assert.StartsWith("triage-", options.InstanceId, StringComparison.Ordinal);
    }

    // Microsoft's type has attributes for Newtonsoft only: System.Text.Json would write its names in PascalCase.
    [Fact]
    public async Task The_management_payload_is_spelled_as_Durable_Functions_documents_it()
    {
        var answer = await PostAsync(new ClientMock(), Answer.Request(Body));

        Assert.Contains("\"id\":", answer.Body, StringComparison.Ordinal);
        Assert.Contains("\"statusQueryGetUri\":", answer.Body, StringComparison.Ordinal);
        Assert.Contains("\"sendEventPostUri\":", answer.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_id_tells_nothing_of_the_customer_or_the_key()
    {
        var client = new ClientMock();

        await PostAsync(client, Answer.Request(Body, headers: ("Idempotency-Key", "sarah@examplecorp.com")));

        Assert.Matches("^triage-[0-9a-f]{32}$", Assert.Single(client.Started).Options.InstanceId);
    }

    [Fact]
    public async Task The_same_key_and_body_start_one_run_and_get_the_same_answer()
    {
        var client = new ClientMock();

        var first = await PostAsync(client, Answer.Request(Body, headers: ("Idempotency-Key", "k1")));
        var second = await PostAsync(client, Answer.Request("""{"email":"sarah@examplecorp.com"}""", headers: ("Idempotency-Key", "k1")));

        Assert.Single(client.Started);
        Assert.Equal((first.Status, first.Body, first.Headers.Location), (second.Status, second.Body, second.Headers.Location));
    }

    [Fact]
    public async Task Another_key_starts_another_run()
    {
        var client = new ClientMock();

        await PostAsync(client, Answer.Request(Body, headers: ("Idempotency-Key", "k1")));
        await PostAsync(client, Answer.Request(Body, headers: ("Idempotency-Key", "k2")));

        Assert.Equal(2, client.Started.Count);
    }

    [Fact]
    public async Task The_same_key_with_another_body_is_refused_and_nothing_starts()
    {
        var client = new ClientMock();
        await PostAsync(client, Answer.Request(Body, headers: ("Idempotency-Key", "k1")));

        var answer = await PostAsync(client, Answer.Request("""{"caseId":1}""", headers: ("Idempotency-Key", "k1")));

        Assert.Equal((StatusCodes.Status422UnprocessableEntity, "idempotency-key-reused"), (answer.Status, answer.ProblemType));
        Assert.Single(client.Started);
    }

    [Fact]
    public async Task Who_loses_the_race_of_two_posts_gets_the_winners_run()
    {
        var client = new ClientMock();
        client.BeforeStart = id =>
        {
            client.BeforeStart = null;
            client.Put(ClientMock.Instance(id, OrchestrationRuntimeStatus.Running, new TriageRequest { Email = "sarah@examplecorp.com" }));
        };

        var answer = await PostAsync(client, Answer.Request(Body, headers: ("Idempotency-Key", "k1")));

        Assert.Equal(StatusCodes.Status202Accepted, answer.Status);
        Assert.Empty(client.Started);
    }

    [Fact]
    public async Task A_store_that_fails_is_no_race()
    {
        var client = new ClientMock { BeforeStart = _ => throw new TimeoutException("The store is away.") };

        await Assert.ThrowsAsync<TimeoutException>(() => PostAsync(client, Answer.Request(Body, headers: ("Idempotency-Key", "k1"))));
    }

    [Fact]
    public async Task Whatever_became_of_a_run_its_key_does_not_start_it_again()
    {
        var client = new ClientMock();
        await PostAsync(client, Answer.Request(Body, headers: ("Idempotency-Key", "k1")));

        Assert.Equal(
            ["Pending", "Running", "Suspended", "Completed", "Failed", "Terminated"],
            Assert.Single(client.Started).Options.DedupeStatuses);
    }

    [Fact]
    public async Task Who_waits_gets_the_report()
    {
        var client = new ClientMock
        {
            Ends = run => ClientMock.Instance(run.InstanceId, OrchestrationRuntimeStatus.Completed, output: Report),
        };

        var answer = await PostAsync(client, Answer.Request(Body, "?wait=30"));

        Assert.Equal((StatusCodes.Status200OK, "Answer."), (answer.Status, answer.Json.GetProperty("nextStep").GetString()));
    }

    [Theory]
    [InlineData("text/html", "<!doctype html>")]
    [InlineData("text/markdown", "# Nothing to triage")]
    public async Task Who_waits_may_ask_for_a_page(string accept, string beginning)
    {
        var client = new ClientMock
        {
            Ends = run => ClientMock.Instance(run.InstanceId, OrchestrationRuntimeStatus.Completed, output: Report),
        };

        var answer = await PostAsync(client, Answer.Request(Body, "?wait=30", headers: ("Accept", accept)));

        Assert.StartsWith(accept, answer.Headers.ContentType, StringComparison.Ordinal);
        Assert.StartsWith(beginning, answer.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_waits_too_short_gets_the_address()
    {
        var time = new FakeTimeProvider();
        var posting = PostAsync(new ClientMock(), Answer.Request(Body, "?wait=30"), time: time);
        Assert.False(posting.IsCompleted);

        time.Advance(TimeSpan.FromSeconds(30));

        Assert.Equal(StatusCodes.Status202Accepted, (await posting).Status);
    }

    [Fact]
    public async Task A_run_that_fails_while_it_is_waited_for_is_a_clear_problem()
    {
        var client = new ClientMock
        {
            Ends = run => ClientMock.Instance(run.InstanceId, OrchestrationRuntimeStatus.Failed, failure: "Out of quota."),
        };

        var answer = await PostAsync(client, Answer.Request(Body, "?wait=30"));

        Assert.Equal((StatusCodes.Status500InternalServerError, "run-failed"), (answer.Status, answer.ProblemType));
        Assert.Equal("Out of quota.", answer.Json.GetProperty("detail").GetString());
        Assert.Equal("application/problem+json", answer.Headers.ContentType);
    }

    [Theory]
    [InlineData("{}", "email")]
    [InlineData("""{"email":null}""", "caseId")]
    [InlineData("""{"emial":"a@b.c"}""", "emial")]
    [InlineData("""{"email":"a@b.c","search":"x"}""", "search")]
    [InlineData("""{"email":"sarah"}""", "email")]
    [InlineData("""{"email":"a@b@c"}""", "email")]
    [InlineData("""{"email":"a b@c.d"}""", "email")]
    [InlineData("""{"email":5}""", "email")]
    [InlineData("""{"search":"  "}""", "search")]
    [InlineData("""{"search":"a\u0000b"}""", "search")]
    [InlineData("""{"contactId":7}""", "contactId")]
    [InlineData("""{"caseId":"the newest"}""", "caseId")]
    [InlineData("""{"caseId":"84920.5"}""", "caseId")]
    [InlineData("""{"caseId":[84920]}""", "caseId")]
    [InlineData("""{"caseId":0}""", "caseId")]
    [InlineData("""{"caseId":1.5}""", "caseId")]
    [InlineData("""{"caseId":99999999999999999999}""", "caseId")]
    public async Task Bad_input_names_the_field_and_starts_nothing(string body, string field)
    {
        var client = new ClientMock();

        var answer = await PostAsync(client, Answer.Request(body));

        Assert.Equal((StatusCodes.Status400BadRequest, "invalid-request"), (answer.Status, answer.ProblemType));
        Assert.True(answer.Json.GetProperty("errors").TryGetProperty(field, out _), answer.Body);
        Assert.Empty(client.Started);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("\"x\"")]
    [InlineData("{\"email\": ")]
    [InlineData("{\"caseId\":1,\"caseId\":2}")]
    [InlineData("{\"search\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":1}}}}}}}}}")]
    public async Task What_is_not_a_json_object_is_refused(string body) =>
        Assert.Equal("invalid-json", (await PostAsync(new ClientMock(), Answer.Request(body))).ProblemType);

    [Fact]
    public async Task Broken_json_is_told_by_its_position() => Assert.Contains(
        "line 2, byte 3",
        (await PostAsync(new ClientMock(), Answer.Request("{\n  x"))).Json.GetProperty("detail").GetString(),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("""{"search":[[[[[[[[1]]]]]]]]}""", "deeper than 8 levels")]
    [InlineData("""{"search":[[[[[[[1]]]]]]],"search":2}""", "has the field 'search' twice")]
    [InlineData("""{"search":{"a":{"b":1,"b":2}}}""", "has the field 'b' twice")]
    [InlineData("""{"search":1,"sear\u0063h":2}""", "has the field 'search' twice")]
    [InlineData("""{"search":[[[[[[[[1]]]]]]]""", "stops being JSON")]
    public async Task Why_a_body_is_refused_is_the_true_reason(string body, string reason) => Assert.Contains(
        reason,
        (await PostAsync(new ClientMock(), Answer.Request(body))).Json.GetProperty("detail").GetString(),
        StringComparison.Ordinal);

    [Fact]
    public async Task A_byte_order_mark_before_the_body_is_no_part_of_it() =>
        Assert.Equal(StatusCodes.Status202Accepted, (await PostAsync(new ClientMock(), Answer.Request("\ufeff" + Body))).Status);

    [Theory]
    [InlineData("""{"search":"a\nb"}""", "search must not have line breaks or other control characters.")]
    [InlineData("""{"search":"\u202e\u200b"}""", "search must have a character that can be seen.")]
    [InlineData("""{"contactId":"\u0000"}""", "contactId must not have line breaks or other control characters.")]
    [InlineData("""{"search":[]}""", "search must be a text that is not empty.")]
    public async Task Why_a_text_is_refused_is_the_true_reason(string body, string reason) =>
        Assert.Equal(reason, (await PostAsync(new ClientMock(), Answer.Request(body))).Json.GetProperty("detail").GetString());

    [Fact]
    public async Task A_large_body_is_refused() => Assert.Equal(
        StatusCodes.Status413PayloadTooLarge,
        (await PostAsync(new ClientMock(), Answer.Request("{\"search\":\"" + new string('x', 20_000) + "\"}"))).Status);

    [Fact]
    public async Task A_body_that_a_foreign_page_could_send_unasked_is_refused()
    {
        var request = Answer.Request(Body);
        request.ContentType = "text/plain";

        Assert.Equal(StatusCodes.Status415UnsupportedMediaType, (await PostAsync(new ClientMock(), request)).Status);
    }

    [Theory]
    [InlineData("?wait=")]
    [InlineData("?wait=-1")]
    [InlineData("?wait=231")]
    [InlineData("?wait=1.5")]
    [InlineData("?wait=1&wait=2")]
    public async Task A_bad_wait_is_refused(string query) =>
        Assert.Equal("invalid-request", (await PostAsync(new ClientMock(), Answer.Request(Body, query))).ProblemType);

    [Theory]
    [InlineData("")]
    [InlineData("ключ")]
    public async Task A_bad_key_is_refused(string key) => Assert.Equal(
        "invalid-request", (await PostAsync(new ClientMock(), Answer.Request(Body, headers: ("Idempotency-Key", key)))).ProblemType);

    [Fact]
    public async Task A_long_key_is_refused() => Assert.Equal(
        "invalid-request",
        (await PostAsync(new ClientMock(), Answer.Request(Body, headers: ("Idempotency-Key", new string('k', 256))))).ProblemType);

    [Fact]
    public async Task Without_configuration_the_missing_setting_is_named_and_nothing_starts()
    {
        var client = new ClientMock();
        var truto = new Mock<IOptions<TrutoOptions>>();
        truto
            .SetupGet(options => options.Value)
            .Throws(new OptionsValidationException("Truto", typeof(TrutoOptions), ["Truto:ApiToken is missing"]));

        var answer = await PostAsync(client, Answer.Request(Body), truto.Object);

        Assert.Equal((StatusCodes.Status503ServiceUnavailable, "configuration-missing"), (answer.Status, answer.ProblemType));
        Assert.Contains("Truto:ApiToken", answer.Body, StringComparison.Ordinal);
        Assert.Empty(client.Started);
    }

    private static async Task<Answer> PostAsync(
        ClientMock client, HttpRequest request, IOptions<TrutoOptions>? truto = null, TimeProvider? time = null)
    {
        var trigger = new TriageTrigger(truto ?? Options.Create(new TrutoOptions()), TestLanguage.NoModel, time ?? TimeProvider.System);
        return await Answer.OfStartAsync(trigger.Endpoint, request, client, time);
    }

    [Theory]
    [InlineData("""{"search":"Sarah \ud800"}""")]
    [InlineData("""{"\ud800":"Sarah"}""")]
    public async Task Half_a_character_is_a_bad_request_and_no_failure(string body)
    {
        var client = new ClientMock();

        var answer = await PostAsync(client, Answer.Request(body));

        Assert.Equal((StatusCodes.Status400BadRequest, "invalid-json"), (answer.Status, answer.ProblemType));
        Assert.Empty(client.Started);
    }
}
