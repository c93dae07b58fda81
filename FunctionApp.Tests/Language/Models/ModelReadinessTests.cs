using Microsoft.Extensions.Time.Testing;

namespace FuseDeskFlows.Tests.Language.Models;

public sealed class ModelReadinessTests
{
    [Fact]
    public async Task A_wrong_deployment_is_told_at_every_start_until_it_is_mended()
    {
        var exists = false;
        await using var model = await ScriptedModel.StartAsync(
            (_, context) => exists ? ScriptedModel.Write(context, "OK") : ScriptedModel.Fail(context, 404, "DeploymentNotFound"));
        using var language = new TestLanguage(model.AsAzure);

        Assert.Contains("AzureOpenAI:Deployment", await FaultAsync(language), StringComparison.Ordinal);
        Assert.Contains("AzureOpenAI:Deployment", await FaultAsync(language), StringComparison.Ordinal);
        exists = true;
        Assert.Null(await FaultAsync(language));
    }

    [Fact]
    public async Task A_model_that_works_is_asked_once()
    {
        await using var model = await ScriptedModel.StartAsync((_, context) => ScriptedModel.Write(context, "OK"));
        using var language = new TestLanguage(model.AsOpenAI);

        Assert.Null(await FaultAsync(language));
        Assert.Null(await FaultAsync(language));

        Assert.Single(model.Requests);
    }

    [Fact]
    public async Task A_model_that_is_down_is_no_reason_not_to_start_and_is_not_asked_again_at_once()
    {
        await using var model = await ScriptedModel.StartAsync((_, context) => ScriptedModel.Fail(context, 503, ""));
        var time = new FakeTimeProvider();
        using var language = new TestLanguage(time, model.AsOpenAI);

        Assert.Null(await FaultAsync(language));
        Assert.Null(await FaultAsync(language));
        Assert.Single(model.Requests);

        time.Advance(TimeSpan.FromMinutes(1));
        Assert.Null(await FaultAsync(language));
        Assert.Equal(2, model.Requests.Count);
    }

    [Fact]
    public async Task What_a_run_finds_wrong_stops_the_next_start()
    {
        var gone = false;
        await using var model = await ScriptedModel.StartAsync(
            (_, context) => gone ? ScriptedModel.Fail(context, 401, "") : ScriptedModel.Write(context, "OK"));
        using var language = new TestLanguage(model.AsOpenAI);
        Assert.Null(await FaultAsync(language));

        gone = true;
        await language.SummarizeAsync(Some.Case(Some.In("The sync stopped.")));

        Assert.Contains("OpenAI:ApiKey", await FaultAsync(language), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_model_nothing_is_wrong() =>
        Assert.Null((await TestLanguage.NoModel.CheckAsync(TestContext.Current.CancellationToken)).Fault);

    private static async Task<string?> FaultAsync(TestLanguage language) =>
        (await language.Readiness.CheckAsync(TestContext.Current.CancellationToken)).Fault;
}
