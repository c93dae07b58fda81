using FuseDeskFlows.FuseDesk;
using FuseDeskFlows.Language.Extractive;
using FuseDeskFlows.Language.Models.Dialects;
using FuseDeskFlows.Language.Results;
using FuseDeskFlows.Language.Settings;
using Microsoft.Extensions.Options;

namespace FuseDeskFlows.Tests.Language.Models.Dialects;

/// <summary>Every kind of server ends in a checked text or a true reason.</summary>
public sealed class ServerDialectTests
{
    private static readonly Case Usual = Some.Case(Some.In("The sync stopped. Can you help?"));

    public static TheoryData<string> Answering => [.. AnsweringServers.All.Concat(RefusingServers.All).Select(dialect => dialect.Name)];

    public static TheoryData<string> Failing => [.. FailingServers.All.Select(dialect => dialect.Name)];

    [Theory]
    [MemberData(nameof(Answering))]
    public async Task What_a_server_refuses_is_left_out_once_and_its_answer_is_read(string name)
    {
        var dialect = ServerDialect.Find(AnsweringServers.All.Concat(RefusingServers.All), name);
        await using var model = await ScriptedModel.StartAsync(dialect.Answer);
        using var language = new TestLanguage([.. model.AsOpenAI, .. dialect.Settings]);

        var first = await language.SummarizeAsync(Usual);
        var second = await language.SummarizeAsync(Usual);

        Assert.Equal(
            (AnsweringServers.Text, ScriptedModel.Name, null, null),
            (first.Value?.Text, first.Value?.WrittenBy, first.Fault, first.FailedCheck));
        Assert.Equal((dialect.Requests, 1), (first.Calls, second.Calls));
        Assert.Equal(dialect.Requests + 1, model.Requests.Count);
    }

    [Theory]
    [MemberData(nameof(Failing))]
    public async Task A_failure_has_its_true_reason(string name)
    {
        var dialect = ServerDialect.Find(FailingServers.All, name);
        await using var model = await ScriptedModel.StartAsync(dialect.Answer);
        using var language = new TestLanguage([.. model.AsOpenAI, .. dialect.Settings]);

        var outcome = await language.SummarizeAsync(Usual);

        Assert.Equal((ExtractiveText.WrittenBy, dialect.Problem, 1), (outcome.Value?.WrittenBy, outcome.Fault?.Type, outcome.Calls));
        Assert.Contains(dialect.Reason, outcome.Fault!.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"error":{"message":"Provider returned error","code":429,"metadata":{"provider_name":"x"}}}""")]
    [InlineData("""{"error":{"message":"Rate limit reached","type":"rate_limit_error"}}""")]
    [InlineData(
        """{"choices":[{"index":0,"finish_reason":"stop","message":{"role":"assistant","content":null}}],"error":{"message":"Rate limit exceeded: free-models-per-day","code":"429"}}""")]
    [InlineData("""[{"error":{"code":429,"status":"RESOURCE_EXHAUSTED","message":"Quota exceeded"}}]""")]
    [InlineData("""{"error":"Too many requests"}""")]
    [InlineData("""{"code":429,"message":"slow down"}""")]
    [InlineData("data: {\"error\":{\"message\":\"slow down\",\"code\":429}}\n\n")]
    public async Task A_limit_within_a_200_is_a_limit(string body)
    {
        await using var model = await ScriptedModel.StartAsync((_, context) => ScriptedModel.Say(context, 200, body, ("Retry-After", "7")));
        using var language = new TestLanguage(new Microsoft.Extensions.Time.Testing.FakeTimeProvider(Some.Moment), model.AsOpenAI);

        var outcome = await language.SummarizeAsync(Usual);

        Assert.Equal((Some.Moment.AddSeconds(7), null), (outcome.RateLimit?.RetryAt, outcome.Value));
    }

    [Fact]
    public async Task What_a_setting_says_beforehand_is_not_tried()
    {
        await using var model = await ScriptedModel.StartAsync(
            (request, context) => ScriptedModel.Stream(context, AnsweringServers.Pieces));
        using var language = new TestLanguage([
            .. model.AsOpenAI,
            ("Language:Omit", "temperature, max_tokens, json_schema, json_object, stream_options, system"),
            ("Language:Stream", "true"),
        ]);

        var outcome = await language.SummarizeAsync(Usual);

        Assert.Equal((AnsweringServers.Text, 1, 120), (outcome.Value?.Text, outcome.Calls, outcome.Tokens));
        var request = Assert.Single(model.Requests);
        Assert.Equal(
            ["max_completion_tokens", "messages", "model", "stream"],
            request.Body.EnumerateObject().Select(field => field.Name).Order(StringComparer.Ordinal));
        Assert.Equal(["user"], request.Roles);
        Assert.Contains("\"statements\"", request.System, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_refused_again_although_it_was_left_out_is_a_fault_and_not_tried_endlessly()
    {
        await using var model = await ScriptedModel.StartAsync(
            (_, context) => ScriptedModel.Say(
                context,
                400,
                """{"error":{"message":"Unsupported parameter: 'temperature'.","param":"temperature","code":"unsupported_parameter"}}"""));
        using var language = new TestLanguage(model.AsAzure);

        var outcome = await language.SummarizeAsync(Usual);

        Assert.Equal((ModelFaultTypes.Refused, 2), (outcome.Fault?.Type, outcome.Calls));
        Assert.Equal(2, model.Requests.Count);
    }

    [Fact]
    public async Task What_was_learned_from_a_text_counts_for_the_question_whether_the_model_works_and_the_other_way_round()
    {
        await using var model = await ScriptedModel.StartAsync(RefusingServers.All[0].Answer);
        using var language = new TestLanguage(model.AsAzure);

        Assert.Null((await language.Readiness.CheckAsync(TestContext.Current.CancellationToken)).Fault);
        Assert.Equal(3, model.Requests.Count);
        var outcome = await language.SummarizeAsync(Usual);

        Assert.Equal((1, 4), (outcome.Calls, model.Requests.Count));
    }

    [Fact]
    public async Task A_model_that_only_thinks_when_it_is_asked_for_a_word_works()
    {
        await using var model = await ScriptedModel.StartAsync((_, context) => ScriptedModel.Write(context, "", "length"));
        using var language = new TestLanguage(model.AsOpenAI);

        Assert.Null((await language.Readiness.CheckAsync(TestContext.Current.CancellationToken)).Fault);
        Assert.Null((await language.Readiness.CheckAsync(TestContext.Current.CancellationToken)).Fault);

        Assert.Single(model.Requests);
    }

    [Theory]
    [InlineData("https://api.openai.com/v1", "max_completion_tokens", "max_tokens")]
    [InlineData("http://127.0.0.1:11434/v1", "max_tokens", "max_completion_tokens")]
    public void The_limit_has_the_name_that_the_address_knows_best_and_then_the_other(string address, string first, string second)
    {
        var dialect = new ModelDialect(Options.Create(new LanguageOptions { OpenAI = new() { BaseUrl = address } }));

        Assert.Equal(first, dialect.TokenLimitName(dialect.Refused));
        Assert.True(dialect.Learn(dialect.Refused, first));
        Assert.Equal(second, dialect.TokenLimitName(dialect.Refused));
        Assert.True(dialect.Learn(dialect.Refused, second));
        Assert.Null(dialect.TokenLimitName(dialect.Refused));
        Assert.False(dialect.Learn(dialect.Refused, second));
    }

    [Fact]
    public async Task Two_calls_that_are_refused_at_once_both_go_on()
    {
        await using var model = await ScriptedModel.StartAsync(RefusingServers.All[0].Answer);
        using var language = new TestLanguage(model.AsOpenAI);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => language.SummarizeAsync(Usual)));

        Assert.All(outcomes, outcome => Assert.Equal(AnsweringServers.Text, outcome.Value?.Text));
    }
}
