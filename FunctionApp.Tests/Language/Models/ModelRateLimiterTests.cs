using FuseDeskFlows.FuseDesk;
using FuseDeskFlows.Language.Models;
using FuseDeskFlows.Language.Writing;
using FuseDeskFlows.RateLimiting;
using Microsoft.Extensions.Time.Testing;

namespace FuseDeskFlows.Tests.Language.Models;

/// <summary>What the client knows of the model's quota, so that no request is spent on an answer that is known.</summary>
public sealed class ModelRateLimiterTests : IAsyncDisposable
{
    private static readonly Case Usual = Some.Case(Some.In("The sync stopped. Can you restart it?"));

    private readonly FakeTimeProvider _time = new(Some.Moment);
    private ScriptedModel? _model;

    [Fact]
    public async Task What_is_known_to_be_used_up_is_not_asked_and_the_rejection_tells_limit_and_window()
    {
        var windows = new ModelWindows(_time, 2, TimeSpan.FromMinutes(1));
        using var language = await StartAsync(windows);
        await language.SummarizeAsync(Usual);
        _time.Advance(TimeSpan.FromSeconds(10));
        await language.SummarizeAsync(Usual);

        var outcome = await language.SummarizeAsync(Usual);

        Assert.Equal(
            (0, RateLimitScope.Model, Some.Moment.AddMinutes(1)), (outcome.Calls, outcome.RateLimit?.Scope, outcome.RateLimit?.RetryAt));
        Assert.Equal((2, TimeSpan.FromMinutes(1)), (outcome.RateLimit?.Limit, outcome.RateLimit?.Window));
        Assert.Equal([(2, 0)], windows.Windows);
        _time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(1, (await language.SummarizeAsync(Usual)).Calls);
    }

    [Fact]
    public async Task After_a_rejection_nobody_asks_before_the_time()
    {
        using var language = await StartAsync(
            (_, context) => ScriptedModel.Fail(context, 429, "rate_limit_exceeded", ("Retry-After", "30")));

        var rejected = await language.SummarizeAsync(Usual);
        var second = await language.SummarizeAsync(Usual);

        Assert.Equal((1, 0), (rejected.Calls, second.Calls));
        Assert.Equal(rejected.RateLimit, second.RateLimit);
        Assert.Single(_model!.Requests);
        _time.Advance(TimeSpan.FromSeconds(31));
        Assert.Equal(1, (await language.SummarizeAsync(Usual)).Calls);
    }

    [Fact]
    public async Task Background_runs_leave_the_headroom_of_the_model_too()
    {
        using var language = await StartAsync(new ModelWindows(_time, 10, TimeSpan.FromMinutes(1)));
        var background = new CaseSummaryRequest { Case = Usual, Caller = new() { Background = true } };
        for (var call = 0; call < 9; call++)
        {
            Assert.Equal(1, (await language.WriteAsync(background)).Calls);
        }

        Assert.NotNull((await language.WriteAsync(background)).RateLimit);
        Assert.Null((await language.SummarizeAsync(Usual)).RateLimit);
    }

    [Fact]
    public async Task A_quota_that_fills_bit_by_bit_is_reserved_at_its_refill_rate()
    {
        using var language = await StartAsync(
            (_, context) => ScriptedModel.Fail(
                context,
                429,
                "rate_limit_exceeded",
                ("x-ratelimit-limit-requests", "500"),
                ("x-ratelimit-remaining-requests", "0"),
                ("x-ratelimit-reset-requests", "60s"),
                ("Retry-After", "6")));

        var outcome = await language.SummarizeAsync(Usual);

        Assert.Equal(Some.Moment.AddSeconds(6), outcome.RateLimit?.RetryAt);
        Assert.Equal((50, TimeSpan.FromSeconds(6)), (outcome.RateLimit?.Limit, outcome.RateLimit?.Window));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_shared_limiter_is_known_by_address_and_name_and_never_by_a_key(bool azure)
    {
        using var language = await StartAsync((_, context) => ScriptedModel.Fail(context, 429, ""), azure);

        var key = (await language.SummarizeAsync(Usual)).RateLimit!.LimiterKey;

        Assert.Equal($"127.0.0.1-{_model!.Url.Port}:{ScriptedModel.Name}:model", key);
    }

    [Theory]
    [InlineData("https://user:secret@Models.example/v1?key=secret", "org/Big Model#1", "models.example:org-big-model-1:model")]
    [InlineData("nonsense", "m", ":m:model")]
    public void Keys_hold_nothing_that_a_store_forbids(string address, string name, string key) =>
        Assert.Equal(key, ModelRateLimiter.LimiterKeyOf(new() { OpenAI = { BaseUrl = address, Model = name } }));

    public async ValueTask DisposeAsync()
    {
        if (_model is not null)
        {
            await _model.DisposeAsync();
        }
    }

    private Task<TestLanguage> StartAsync(ModelWindows windows) => StartAsync(windows.AnswerAsync);

    private async Task<TestLanguage> StartAsync(Func<ModelRequest, Microsoft.AspNetCore.Http.HttpContext, Task> answer, bool azure = true)
    {
        _model = await ScriptedModel.StartAsync(answer);
        return new TestLanguage(_time, azure ? _model.AsAzure : _model.AsOpenAI);
    }
}
