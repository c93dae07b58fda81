using FuseDeskFlows.FuseDesk;
using FuseDeskFlows.FuseDesk.Waits;

namespace FuseDeskFlows.Tests.FuseDesk.Waits;

public sealed class ChatWaitingTests
{
    private static readonly string[] Reps = ["Anna Berg", "Sam Lee"];
    private static readonly ChatListItem Chat = new() { Id = new("1"), ClientName = "Elena Marsh" };

    [Theory]
    [InlineData("Elena Marsh", WaitingOn.Team)]
    [InlineData(" elena marsh ", WaitingOn.Team)]
    [InlineData("client", WaitingOn.Team)]
    [InlineData("Visitor", WaitingOn.Team)]
    [InlineData("Anna Berg", WaitingOn.Customer)]
    [InlineData("rep", WaitingOn.Customer)]
    public void The_last_senders_name_or_role_tells_who_waits_even_against_the_dates(string sender, WaitingOn expected)
    {
        var chat = Chat with
        {
            LastMessageSender = sender,
            LastReceivedAt = Some.Moment,
            LastResponseAt = Some.Moment.AddMinutes(expected == WaitingOn.Team ? 1 : -1),
        };

        var turn = ChatWaiting.FromHeader(chat, Reps);

        Assert.Equal((expected, WaitingJudgedBy.Sender), (turn!.On, turn.JudgedBy));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Someone Else")]
    [InlineData("system")]
    public void A_sender_that_says_nothing_leaves_it_to_the_dates(string? sender)
    {
        var chat = Chat with { LastMessageSender = sender, LastReceivedAt = Some.Moment, LastResponseAt = Some.Moment.AddMinutes(-1) };

        Assert.Equal(
            new Waiting { On = WaitingOn.Team, Since = Some.Moment, JudgedBy = WaitingJudgedBy.Dates }, ChatWaiting.FromHeader(chat, Reps));
        Assert.Equal(WaitingOn.Customer, ChatWaiting.FromHeader(chat with { LastResponseAt = Some.Moment.AddMinutes(1) }, Reps)!.On);
    }

    [Fact]
    public void A_client_with_a_reps_name_leaves_it_to_the_dates()
    {
        var chat = Chat with { ClientName = "Sam Lee", LastMessageSender = "Sam Lee", LastReceivedAt = Some.Moment, LastResponseAt = null };

        Assert.Equal(
            (WaitingOn.Team, WaitingJudgedBy.Dates),
            (ChatWaiting.FromHeader(chat, Reps)!.On, ChatWaiting.FromHeader(chat, Reps)!.JudgedBy));
    }

    [Fact]
    public void Without_sender_and_dates_only_the_messages_can_tell()
    {
        var messages = new[]
        {
            Said(Direction.Inbound, 0),
            Said(Direction.Outbound, 1),
            Said(Direction.Inbound, 2),
            Said(Direction.Inbound, 3),
        };

        Assert.Null(ChatWaiting.FromHeader(Chat with { LastReceivedAt = Some.Moment, LastResponseAt = Some.Moment }, Reps));
        Assert.Equal(
            new Waiting { On = WaitingOn.Team, Since = Some.Moment.AddMinutes(2), JudgedBy = WaitingJudgedBy.Messages },
            ChatWaiting.FromMessages(new() { Id = Chat.Id, Messages = messages }, listed: null));
    }

    [Fact]
    public void An_answer_that_came_after_the_list_was_read_ends_the_wait()
    {
        var listed = new Waiting { On = WaitingOn.Team, Since = Some.Moment, JudgedBy = WaitingJudgedBy.Sender };

        var turn = ChatWaiting.FromMessages(
            new() { Id = Chat.Id, Messages = [Said(Direction.Inbound, 0), Said(Direction.Outbound, 1)] }, listed);

        Assert.Equal(WaitingOn.Customer, turn!.On);
    }

    [Fact]
    public void A_closed_chat_waits_for_nobody() => Assert.Equal(
        WaitingOn.Nobody, ChatWaiting.FromHeader(Chat with { LastMessageSender = "client", ClosedAt = Some.Moment }, Reps)!.On);

    private static HistoryItem Said(Direction direction, int minute) => new()
    {
        Number = minute + 1,
        Kind = HistoryKind.Chat,
        Direction = direction,
        At = Some.Moment.AddMinutes(minute),
        RepId = direction == Direction.Outbound ? new(7) : null,
        Text = "…",
    };
}
