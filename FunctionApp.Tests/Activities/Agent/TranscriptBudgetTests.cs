using FsCheck;
using FsCheck.Fluent;
using FuseDeskFlows.Activities.Agent.Turns;
using FuseDeskFlows.Language.Budget;
using Microsoft.Extensions.AI;

namespace FuseDeskFlows.Tests.Activities.Agent;

/// <summary>What holds for any transcript, however it is cut.</summary>
public sealed class TranscriptBudgetTests
{
    private static readonly TranscriptBudget Budget = new(new TokenCounter());

    private static Arbitrary<(List<TranscriptTurn> Turns, int Tokens)> Transcripts => (
        from turns in Turn.ListOf()
        from tokens in Gen.Choose(0, 3_000)
        select (Numbered(turns), tokens)).Where(transcript => transcript.Item1.Count > 0).ToArbitrary();

    private static Gen<TranscriptTurn> Turn =>
        from asked in Gen.Elements(null, null, "What about it?")
        from text in Gen.Elements(null, "Let me see.", string.Join(' ', Enumerable.Repeat("thinking", 80)))
        from calls in Call.ListOf()
        select new TranscriptTurn(asked, text, [.. calls.Take(5)]);

    private static Gen<TranscriptCall> Call =>
        from size in Gen.Choose(0, 300)
        from arguments in Gen.Elements("{}", """{"id":1}""", "broken {", "")
        from handle in Gen.Elements(null, "Left out.")
        select new TranscriptCall("", "read", arguments, string.Join(' ', Enumerable.Repeat("word", size)), handle);

    [Fact]
    public void Every_call_that_is_sent_has_its_result_and_every_result_its_call() => Holds((turns, tokens) =>
    {
        var open = new List<string>();
        foreach (var message in TranscriptMessages.Render("system", Budget.Fit(turns, tokens), "And now?"))
        {
            var results = message.Contents.OfType<FunctionResultContent>().Select(result => result.CallId).ToList();
            if (!results.TrueForAll(open.Remove) || (results.Count == 0 && open.Count > 0))
            {
                return false;
            }

            open.AddRange(message.Contents.OfType<FunctionCallContent>().Select(call => call.CallId));
        }

        return open.Count == 0;
    });

    [Fact]
    public void It_stays_within_its_budget_and_what_the_last_turn_has_read_stays() => Holds((turns, tokens) =>
    {
        var fitted = Budget.Fit(turns, tokens);
        var last = fitted.Turns[^1];
        var cost = fitted.Turns.Sum(Budget.Cost);
        return last.Calls.SequenceEqual(turns[^1].Calls) && string.Equals(last.Text, turns[^1].Text, StringComparison.Ordinal)
            && (cost <= tokens || fitted.Turns.Count == 1);
    });

    [Fact]
    public void Nothing_is_cut_that_fits_and_what_is_cut_is_counted() => Holds((turns, tokens) =>
    {
        var fitted = Budget.Fit(turns, tokens);
        var whole = turns.Sum(Budget.Cost) <= tokens;
        return whole == (fitted.LeftOutTurns == 0 && fitted.Turns.SequenceEqual(turns)) || !whole;
    });

    [Fact]
    public void The_prompt_is_sent_however_much_is_left_out()
    {
        var big = new TranscriptCall("c", "read", "{}", string.Join(' ', Enumerable.Repeat("word", 2_000)), Handle: null);
        var turns = Numbered([new("The prompt.", null, [big]), new(null, null, [big]), new(null, null, [big])]);
        var fitted = Budget.Fit(turns, 2_500);
        Assert.Equal((2, "The prompt."), (fitted.LeftOutTurns, fitted.Turns[0].Asked));
    }

    private static List<TranscriptTurn> Numbered(IEnumerable<TranscriptTurn> turns) => [.. turns.Select((turn, at) =>
        turn with { Calls = [.. turn.Calls.Select((call, index) => call with { Id = $"{at}-{index}" })] })];

    private static void Holds(Func<List<TranscriptTurn>, int, bool> property) =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(150),
            Prop.ForAll(Transcripts, transcript => property(transcript.Turns, transcript.Tokens)));
}
