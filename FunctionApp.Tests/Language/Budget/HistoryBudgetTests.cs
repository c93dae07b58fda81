using FuseDeskFlows.FuseDesk;
using FuseDeskFlows.Language.Budget;
using FuseDeskFlows.Language.Results;
using FuseDeskFlows.Language.Settings;

namespace FuseDeskFlows.Tests.Language.Budget;

public sealed class HistoryBudgetTests
{
    private static readonly TokenCounter Counter = new();
    private static readonly HistoryBudget Budget = new(Counter);
    private static readonly LanguageLimits Small = new() { CallTokens = 2_000, CaseTokens = 10_000 };

    [Fact]
    public void What_fits_into_one_call_is_not_cut_into_parts() =>
        Assert.Empty(Budget.Plan(Some.Case(Some.In("Help?"), Some.Out(7, "Yes.")).History, Small).Parts);

    [Fact]
    public void Two_megabytes_cost_what_the_budget_says_and_the_newest_messages_stay_whole()
    {
        var history = Some.Case([
            .. Enumerable.Range(0, 400).Select(index => Some.In($"Message {index}. " + Words(5_000))),
            Some.In("The last question?"),
        ]).History;

        var plan = Budget.Plan(history, new());

        var costs = plan.Parts.Select(Tokens).ToList();
        Assert.True(history.Sum(item => item.Text.Length) > 2_000_000);
        Assert.All(costs, cost => Assert.InRange(cost, 1, new LanguageLimits().CallTokens));
        Assert.InRange(costs.Sum(), new LanguageLimits().CaseTokens / 2, new LanguageLimits().CaseTokens);
        Assert.Equal(
            history.Where(item => item.Number < plan.WholeFrom).Select(item => item.Number),
            plan.Parts.SelectMany(part => part).Select(item => item.Number).Distinct());
        Assert.True(plan.Shortened > 0);
        Assert.True(plan.WholeFrom < 401);
        Assert.InRange(
            Tokens([.. PromptItem.Reduce(history).Where(item => item.Number >= plan.WholeFrom)]), 1, new LanguageLimits().CallTokens / 2);
    }

    [Fact]
    public void A_long_history_within_the_budget_is_read_completely()
    {
        var history = Some.Case([.. Enumerable.Range(0, 15).Select(index => Some.In($"Message {index}. " + Words(800)))]).History;

        var plan = Budget.Plan(history, Small);

        Assert.Equal(0, plan.Shortened);
        Assert.Equal(
            history.Where(item => item.Number < plan.WholeFrom).Select(item => item.Text),
            plan.Parts.SelectMany(part => part).Select(item => item.Text));
    }

    [Theory]
    [InlineData('A')]
    [InlineData('漢')]
    [InlineData('\n')]
    public void One_enormous_message_is_split_and_cut_to_the_budget(char letter)
    {
        var history = Some.Case(Some.In("Begin. " + new string(letter, 1_000_000) + " End."), Some.Out(7, "Yes?")).History;

        var plan = Budget.Plan(history, Small);

        Assert.All(plan.Parts, part => Assert.InRange(Tokens(part), 1, Small.CallTokens));
        Assert.InRange(plan.Parts.Sum(Tokens), 0, Small.CaseTokens);
    }

    [Fact]
    public void A_last_message_that_fits_into_no_call_is_read_in_parts_and_shown_by_its_ends()
    {
        var history = Some.Case(Some.In("Help?"), Some.In("Begin. " + Words(30_000) + " The very end.")).History;

        var plan = Budget.Plan(history, Small);
        var shown = Budget.Fit(PromptItem.Reduce(history.Skip(1)), Small.CallTokens / 2);

        Assert.Equal(2, plan.WholeFrom);
        Assert.Contains(plan.Parts.SelectMany(part => part), item => item.Number == 2);
        var last = Assert.Single(shown);
        Assert.InRange(Tokens(shown), 1, Small.CallTokens / 2);
        Assert.StartsWith("Begin.", last.Text, StringComparison.Ordinal);
        Assert.EndsWith("The very end.", last.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Ten_thousand_short_messages_are_read_from_both_ends()
    {
        var history = Some.Case([.. Enumerable.Range(0, 10_000).Select(index => Some.In($"Message {index}."))]).History;

        var plan = Budget.Plan(history, Small);
        var read = plan.Parts.SelectMany(part => part).Select(item => item.Number).ToList();

        Assert.Equal(1, read[0]);
        Assert.Equal(plan.WholeFrom - 1, read[^1]);
        Assert.InRange(plan.Parts.Sum(Tokens), 1, Small.CaseTokens);
        Assert.Equal(history.Count - read.Count - (history.Count - plan.WholeFrom + 1), plan.Shortened);
    }

    [Fact]
    public void Of_a_history_that_must_fit_into_one_call_the_first_and_the_newest_items_stay()
    {
        var history = Some.Case([.. Enumerable.Range(0, 100).Select(index => Some.In($"Message {index}. " + Words(300)))]).History;

        var shown = Budget.Fit(PromptItem.Reduce(history), 2_000);

        Assert.InRange(Tokens(shown), 1, 2_000);
        Assert.Equal(1, shown[0].Number);
        Assert.Equal(Enumerable.Range(100 - shown.Count + 2, shown.Count - 1), shown.Skip(1).Select(item => item.Number));
    }

    [Fact]
    public void Of_too_many_notes_every_part_keeps_its_first()
    {
        var notes = Enumerable
            .Range(1, 5)
            .Select(part => new GeneratedText
            {
                Text = "",
                WrittenBy = "m",
                Statements =
                [
                    .. Enumerable
                        .Range(1, 6)
                        .Select(rank => new SummaryStatement { Text = $"Note {rank} on part {part}.", Evidence = [part] }),
                ],
            })
            .ToList();

        var kept = Budget.Fit(notes, 200);

        Assert.InRange(kept.Sum(note => Counter.Count(PromptNote.ToJsonLine(note))), 1, 200);
        Assert.Equal(
            [1, 2, 3, 4, 5],
            kept.Where(note => note.Text.StartsWith("Note 1 ", StringComparison.Ordinal)).SelectMany(note => note.Evidence));
    }

    private static string Words(int length) =>
        string.Concat(Enumerable.Range(0, (length / 10) + 1).Select(index => $"word{index % 1000:000} xx"))[..length];

    private static int Tokens(IReadOnlyList<HistoryItem> items) => items.Sum(item => Counter.Count(PromptItem.ToJsonLine(item)) + 1);
}
