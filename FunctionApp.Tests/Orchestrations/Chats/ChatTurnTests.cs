using FuseDeskFlows.FuseDesk;
using FuseDeskFlows.FuseDesk.Waits;
using FuseDeskFlows.Language.Texts;
using FuseDeskFlows.Orchestrations.Chats;

namespace FuseDeskFlows.Tests.Orchestrations.Chats;

public sealed class ChatTurnTests
{
    [Theory]
    [InlineData("Where is my refund?", "One moment please, I am looking at it.")]
    [InlineData("Where is my refund?", "Let me check. Thanks for your patience.")]
    [InlineData("Wo ist meine Rückerstattung?", "Einen Moment bitte, ich schaue nach.")]
    [InlineData("Où est mon remboursement ?", "Un instant, je regarde.")]
    [InlineData("¿Dónde está mi reembolso?", "Un momento, lo estoy mirando.")]
    [InlineData("Waar is mijn terugbetaling?", "Een moment, ik kijk even.")]
    [InlineData("いつ直りますか？", "少々お待ちください。確認いたします。")]
    public void Who_is_told_nothing_but_to_wait_still_waits_since_the_question(string asked, string told)
    {
        var waiting = ChatTurn.HeldOff(Text(Some.In(asked), Some.Out(7, told)));

        Assert.Equal((WaitingOn.Team, Some.Moment, WaitingJudgedBy.Messages), (waiting!.On, waiting.Since, waiting.JudgedBy));
    }

    [Theory]
    [InlineData("It was sent on 3 March. I will mail you the receipt.")]
    [InlineData("I will refund it tomorrow.")]
    [InlineData("Let me check: which invoice do you mean?")]
    [InlineData("You wrote “We will stop all payments”.")]
    public void Who_is_told_more_is_answered(string told) =>
        Assert.Null(ChatTurn.HeldOff(Text(Some.In("Where is it?"), Some.Out(7, told))));

    [Fact]
    public void Thanks_for_being_told_to_wait_end_nothing_unless_the_trouble_is_over()
    {
        HistoryItem[] held = [Some.In("Where is my refund?"), Some.Out(7, "Let me check.")];

        Assert.NotNull(ChatTurn.HeldOff(Text([.. held, Some.In("Thank you!") with { OnlyThanks = true }])));
        Assert.Null(ChatTurn.HeldOff(Text([.. held, Some.In("It works now, thank you!") with { OnlyThanks = true }])));
    }

    [Fact]
    public void After_thanks_a_polite_word_of_the_team_leaves_nobody_waiting()
    {
        HistoryItem[] thanked =
            [Some.In("It fails."), Some.Out(7, "We restarted it."), Some.In("Thank you so much!") with { OnlyThanks = true }];

        Assert.Equal(WaitingOn.Nobody, ChatTurn.Settled(Text([.. thanked, Some.Out(7, "You're welcome!")]))?.On);
        Assert.Null(ChatTurn.Settled(Text([.. thanked, Some.Out(7, "Which browser do you use?")])));
    }

    private static CaseText Text(params HistoryItem[] items) =>
        new([.. items.Select((item, index) => item with { Number = index + 1, At = Some.Moment.AddMinutes(index) })]);
}
