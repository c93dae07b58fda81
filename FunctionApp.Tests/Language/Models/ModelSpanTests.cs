using FuseDeskFlows.FuseDesk;
using FuseDeskFlows.Language.Extractive;
using FuseDeskFlows.Language.Results;
using FuseDeskFlows.Language.Settings;

namespace FuseDeskFlows.Tests.Language.Models;

public sealed class ModelSpanTests
{
    private static readonly Case Usual = Some.Case(
        Some.In("The sync stopped. Can you restart it?"), Some.Out(7, "We have restarted the sync."));
    private static readonly (string, int[]) Good = ("The customer reports that the sync stopped.", [1]);

    [Fact]
    public async Task A_compatible_server_is_asked_once_with_temperature_zero_a_strict_schema_and_no_tools()
    {
        await using var model = await ScriptedModel.StartAsync(Good);
        using var language = new TestLanguage(model.AsOpenAI);

        var outcome = await language.SummarizeAsync(Usual);

        Assert.Equal(("The customer reports that the sync stopped.", ScriptedModel.Name), (outcome.Value?.Text, outcome.Value?.WrittenBy));
        Assert.Equal((1, 120, null, null), (outcome.Calls, outcome.Tokens, outcome.Fault, outcome.FailedCheck));
        var request = Assert.Single(model.Requests);
        Assert.Equal(("POST /v1/chat/completions", "Bearer " + ScriptedModel.Key), (request.Address, request.Key));
        Assert.Equal(ScriptedModel.Name, request.Body.GetProperty("model").GetString());
        AssertShape(request);
    }

    [Fact]
    public async Task Azure_is_asked_by_its_deployment_and_key()
    {
        await using var model = await ScriptedModel.StartAsync(Good);
        using var language = new TestLanguage(model.AsAzure);

        var outcome = await language.SummarizeAsync(Usual);

        Assert.Equal((ScriptedModel.Name, 1, 120), (outcome.Value?.WrittenBy, outcome.Calls, outcome.Tokens));
        var request = Assert.Single(model.Requests);
        Assert.Equal(
            ($"POST /openai/deployments/{ScriptedModel.Name}/chat/completions", ScriptedModel.Key), (request.Address, request.Key));
        AssertShape(request);
    }

    [Fact]
    public async Task Without_a_model_nothing_is_asked_and_the_text_says_so()
    {
        using var language = new TestLanguage();

        var outcome = await language.SummarizeAsync(Usual);

        Assert.Equal((ExtractiveText.WrittenBy, 0, null), (outcome.Value?.WrittenBy, outcome.Calls, outcome.Fault));
    }

    [Theory]
    [InlineData("retry-after-ms", "1500", 1.5)]
    [InlineData("Retry-After", "7", 7.0)]
    [InlineData("x-ratelimit-reset-tokens", "6m0s", 360.0)]
    [InlineData("x-ratelimit-reset-requests", "120ms", 0.12)]
    [InlineData("x-ratelimit-reset-requests", "26", 26.0)]
    [InlineData("retry-after-ms", "0", 2.0)]
    [InlineData("Retry-After", "Mon, 02 Mar 2026 09:01:00 GMT", 60.0)]
    [InlineData("Retry-After", "soon", 2.0)]
    [InlineData("Retry-After", "99999999", 2.0)]
    [InlineData("X-Other", "1", 2.0)]
    public async Task A_429_comes_out_as_a_limit_and_is_not_tried_again(string header, string value, double? seconds)
    {
        await using var model = await ScriptedModel.StartAsync(
            (_, context) => ScriptedModel.Fail(context, 429, "rate_limit_exceeded", (header, value), ("Date", Some.Moment.ToString("r"))));
        using var language = new TestLanguage(new Microsoft.Extensions.Time.Testing.FakeTimeProvider(Some.Moment), model.AsAzure);

        var outcome = await language.SummarizeAsync(Usual);

        Assert.NotNull(outcome.RateLimit);
        Assert.Equal(FuseDeskFlows.RateLimiting.RateLimitScope.Model, outcome.RateLimit.Scope);
        Assert.Equal(seconds, outcome.RateLimit.RetryAt is { } at ? (at - Some.Moment).TotalSeconds : null);
        Assert.Null(outcome.Value);
        Assert.Single(model.Requests);
    }

    [Theory]
    [InlineData(400, "content_filter", ModelFaultTypes.ContentFilter, "content filter")]
    [InlineData(404, "DeploymentNotFound", ModelFaultTypes.Misconfigured, "AzureOpenAI:Deployment")]
    [InlineData(401, "invalid_api_key", ModelFaultTypes.Misconfigured, "AzureOpenAI:ApiKey")]
    [InlineData(403, "", ModelFaultTypes.Misconfigured, "AzureOpenAI:ApiKey")]
    [InlineData(429, "insufficient_quota", ModelFaultTypes.Misconfigured, "no credit")]
    [InlineData(307, "", ModelFaultTypes.Misconfigured, "AzureOpenAI:Endpoint")]
    [InlineData(400, "invalid_value", ModelFaultTypes.Refused, "invalid_value")]
    [InlineData(400, "context_length_exceeded", ModelFaultTypes.Refused, "Language:CallTokens")]
    [InlineData(500, "server_error", ModelFaultTypes.Unavailable, "500")]
    [InlineData(503, "", ModelFaultTypes.Unavailable, "503")]
    public async Task A_failure_is_a_value_and_the_text_is_written_without_the_model(int status, string code, string type, string hint)
    {
        await using var model = await ScriptedModel.StartAsync(
            (_, context) => ScriptedModel.Fail(context, status, code, ("Location", "https://elsewhere.example")));
        using var language = new TestLanguage(model.AsAzure);

        var outcome = await language.SummarizeAsync(Usual);

        Assert.Equal((ExtractiveText.WrittenBy, type, 1), (outcome.Value?.WrittenBy, outcome.Fault?.Type, outcome.Calls));
        Assert.Contains(hint, outcome.Fault!.Detail, StringComparison.Ordinal);
        Assert.DoesNotContain("secret-text", outcome.Fault.Detail, StringComparison.Ordinal);
        Assert.Single(model.Requests);
    }

    [Theory]
    [InlineData(null, "content_filter", null, ModelFaultTypes.ContentFilter)]
    [InlineData("", "stop", null, ModelFaultTypes.Refused)]
    [InlineData(null, "stop", "I cannot help with that.", ModelFaultTypes.Refused)]
    public async Task An_answer_without_text_is_a_fault(string? content, string finish, string? refusal, string type)
    {
        await using var model = await ScriptedModel.StartAsync((_, context) => ScriptedModel.Write(context, content, finish, refusal));
        using var language = new TestLanguage(model.AsOpenAI);

        var outcome = await language.SummarizeAsync(Usual);

        Assert.Equal((ExtractiveText.WrittenBy, type, 120), (outcome.Value?.WrittenBy, outcome.Fault?.Type, outcome.Tokens));
    }

    [Theory]
    [InlineData("not json", "stop", "not JSON")]
    [InlineData("{\"statements\":[{\"te", "length", "cut off")]
    [InlineData("{\"statements\":[]}", "stop", "1 to 8 statements")]
    public async Task An_unusable_answer_is_asked_for_once_more_with_the_reason_and_then_not_again(
        string content, string finish, string reason)
    {
        await using var model = await ScriptedModel.StartAsync((_, context) => ScriptedModel.Write(context, content, finish));
        using var language = new TestLanguage(model.AsOpenAI);

        var first = await language.SummarizeAsync(Usual);
        var second = await language.SummarizeAsync(Usual, first.FailedCheck);

        Assert.Null(first.Value);
        Assert.Contains(reason, first.FailedCheck, StringComparison.Ordinal);
        Assert.Contains(first.FailedCheck!, model.Requests.Last().User, StringComparison.Ordinal);
        Assert.Equal((ExtractiveText.WrittenBy, ModelFaultTypes.Rejected), (second.Value?.WrittenBy, second.Fault?.Type));
        Assert.Null(second.FailedCheck);
    }

    [Fact]
    public async Task A_good_second_answer_is_taken()
    {
        var turn = 0;
        await using var model = await ScriptedModel.StartAsync(
            (_, context) => ScriptedModel.Write(context, turn++ == 0 ? "{}" : ScriptedModel.Statements(Good)));
        using var language = new TestLanguage(model.AsOpenAI);

        var first = await language.SummarizeAsync(Usual);
        var second = await language.SummarizeAsync(Usual, first.FailedCheck);

        Assert.Equal((ScriptedModel.Name, null), (second.Value?.WrittenBy, second.Fault));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("<html>")]
    [InlineData("{}")]
    [InlineData("{\"choices\":[]}")]
    [InlineData("")]
    public async Task What_does_not_speak_the_protocol_is_a_fault(string body)
    {
        await using var model = await ScriptedModel.StartAsync((_, context) => ScriptedModel.Say(context, 200, body));
        using var language = new TestLanguage(model.AsOpenAI);

        Assert.NotNull((await language.SummarizeAsync(Usual)).Fault);
    }

    [Fact]
    public async Task Nobody_listening_is_a_fault()
    {
        var model = await ScriptedModel.StartAsync(Good);
        var settings = model.AsOpenAI;
        await model.DisposeAsync();
        using var language = new TestLanguage(settings);

        Assert.Equal(ModelFaultTypes.Unavailable, (await language.SummarizeAsync(Usual)).Fault?.Type);
    }

    [Fact]
    public async Task A_model_that_hangs_is_given_up()
    {
        await using var model = await ScriptedModel.StartAsync((_, context) => Task.Delay(Timeout.Infinite, context.RequestAborted));
        using var language = new TestLanguage([.. model.AsOpenAI, ("Language:Timeout", "00:00:00.100")]);

        var outcome = await language.SummarizeAsync(Usual);

        Assert.Equal(ModelFaultTypes.Unavailable, outcome.Fault?.Type);
        Assert.Contains("Language:Timeout", outcome.Fault!.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_history_without_text_costs_no_call()
    {
        await using var model = await ScriptedModel.StartAsync(Good);
        using var language = new TestLanguage(model.AsOpenAI);

        Assert.Null((await language.SummarizeAsync(Some.Case(Some.In("  ")))).Value);
        Assert.Empty(model.Requests);
    }

    [Fact]
    public async Task Neither_texts_nor_keys_nor_answers_are_logged()
    {
        var turn = 0;
        await using var model = await ScriptedModel.StartAsync((_, context) => (turn++ % 4) switch
        {
            0 => ScriptedModel.Write(context, ScriptedModel.Statements(("secret-text", [1]))),
            1 => ScriptedModel.Fail(context, 500, "secret-text"),
            2 => ScriptedModel.Fail(context, 429, "secret-text"),
            _ => ScriptedModel.Say(context, 200, "secret-text"),
        });
        using var openAI = new TestLanguage(model.AsOpenAI);
        using var azure = new TestLanguage(model.AsAzure);
        for (var call = 0; call < 4; call++)
        {
            await openAI.SummarizeAsync(Some.Case(Some.In("secret-text")));
            await azure.SummarizeAsync(Some.Case(Some.In("secret-text")));
        }

        Assert.All(openAI.Log.Lines.Concat(azure.Log.Lines), line =>
        {
            Assert.DoesNotContain("secret-text", line.Text, StringComparison.Ordinal);
            Assert.DoesNotContain(ScriptedModel.Key, line.Text, StringComparison.Ordinal);
        });
    }

    private static void AssertShape(ModelRequest request)
    {
        Assert.Equal(0, request.Body.GetProperty("temperature").GetDouble());
        var format = request.Body.GetProperty("response_format");
        Assert.Equal("json_schema", format.GetProperty("type").GetString());
        Assert.True(format.GetProperty("json_schema").GetProperty("strict").GetBoolean());
        Assert.Equal(
            ["text", "evidence"],
            format
                .GetProperty("json_schema")
                .GetProperty("schema")
                .GetProperty("properties")
                .GetProperty("statements")
                .GetProperty("items")
                .GetProperty("required")
                .EnumerateArray()
                .Select(name => name.GetString()));
        Assert.Contains(
            request.Body.EnumerateObject(),
            field => field.Name is "max_tokens" or "max_completion_tokens" && field.Value.GetInt32() == new LanguageLimits().AnswerTokens);
        Assert.False(request.Body.TryGetProperty("tools", out _));
        Assert.Equal(
            ["system", "user"],
            request.Body.GetProperty("messages").EnumerateArray().Select(message => message.GetProperty("role").GetString()));
    }
}
