using FuseDeskFlows.Language.Budget;
using FuseDeskFlows.Language.Results;
using FuseDeskFlows.Language.Settings;
using FuseDeskFlows.Language.Writing;

namespace FuseDeskFlows.Tests.Language;

public sealed class LongCaseTests
{
    private const int PromptTokens = 700;

    [Fact]
    public async Task Two_megabytes_are_summarised_within_the_budget_and_the_newest_message_is_sent_whole()
    {
        await using var model = await ScriptedModel.StartAsync(
            (request, context) => ScriptedModel.Write(
                context,
                ScriptedModel.Statements(
                    ("The customer reports that the export fails.", [request.Items[0].GetProperty("item").GetInt32()]))));
        using var language = new TestLanguage(model.AsOpenAI);
        var (counter, limits) = (new TokenCounter(), new LanguageLimits());
        var mail = string.Concat(Enumerable.Range(0, 500).Select(index => $"The export of file {index} failed. "));
        var supportCase = Some.Case([.. Enumerable.Range(0, 140).Select(_ => Some.In(mail)), Some.In("When will it work?")]);
        Assert.True(supportCase.History.Sum(item => item.Text.Length) > 2_000_000);

        var plan = language.Writer.Plan(supportCase);
        var notes = new List<GeneratedText>();
        foreach (var part in plan.Parts)
        {
            var request = new CasePartRequest { Part = supportCase with { History = part } };
            notes.Add(
                (await language.Writer.WriteAsync(WritingTaskFactory.For(request), request, TestContext.Current.CancellationToken)).Value!);
        }

        var whole = await language.WriteAsync(new() { Case = supportCase, Notes = notes, WholeFrom = plan.WholeFrom });

        Assert.Equal(ScriptedModel.Name, whole.Value?.WrittenBy);
        Assert.Equal(plan.Parts.Count + 1, model.Requests.Count);
        var costs = model.Requests.Select(request => counter.Count(request.System) + counter.Count(request.User)).ToList();
        Assert.All(costs, cost => Assert.InRange(cost, 1, limits.CallTokens + PromptTokens));
        Assert.InRange(costs.Sum(), limits.CaseTokens / 2, limits.CaseTokens + limits.CallTokens + (PromptTokens * costs.Count));
        Assert.Contains("When will it work?", model.Requests.Last().User, StringComparison.Ordinal);
        Assert.Contains("The customer reports that the export fails.", model.Requests.Last().User, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_summary_may_cite_what_notes_cite_and_nothing_else_of_what_it_was_not_shown()
    {
        await using var model = await ScriptedModel.StartAsync(("The export fails.", [1]));
        using var language = new TestLanguage(model.AsOpenAI);
        var supportCase = Some.Case(Some.In("The export fails."), Some.In("Hello?"), Some.In("Anybody?"));
        var cited = new GeneratedText { Text = "", WrittenBy = "m", Statements = [new() { Text = "It fails.", Evidence = [1] }] };

        Assert.NotNull(
            (
                await language.WriteAsync(
                    new() { Case = supportCase, WholeFrom = 3, Notes = [cited] })).Value);
        Assert.NotNull((await language.WriteAsync(new()
        {
            Case = supportCase,
            WholeFrom = 3,
            Notes = [cited with { Statements = [new() { Text = "Hello.", Evidence = [2] }] }],
        })).FailedCheck);
    }
}
