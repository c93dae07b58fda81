using FuseDeskFlows.Activities.Writing;
using FuseDeskFlows.FuseDesk;
using FuseDeskFlows.FuseDesk.Waits;
using FuseDeskFlows.Language.Results;
using FuseDeskFlows.Orchestrations.Chats;
using FuseDeskFlows.Orchestrations.Runs;
using FuseDeskFlows.Reports.Chats;
using FuseDeskFlows.Truto.Tools;

namespace FuseDeskFlows.Tests.Orchestrations.Chats;

public sealed class ChatSummaryTests
{
    private static readonly LanguageOutcome Summary = new() { Value = new() { Text = "It stopped.", WrittenBy = "extractive" } };

    private static readonly Chat Usual = Chat(
        In(0, "Our calendar sync stopped this morning, and nothing arrives any more."),
        Out(2, "Do all calendars fail, or only one?"),
        In(3, "All of them."),
        Out(6, "We restarted the sync on our side. Please reconnect the calendar."),
        Out(7, "I'll check the log of the last night."),
        In(10, "Reconnecting does not help. When will the calendar sync work again?"),
        In(22, "Hello? Is anybody there?"));

    [Fact]
    public async Task With_names_at_hand_one_call_tells_everything_that_who_takes_over_must_know()
    {
        var run = Run().Values(ToolNames.GetChat, Usual).Answers(SummarizeChatActivity.Name, Summary);

        var report = await ChatSummary.RunAsync(run.Context);

        Assert.Equal([ToolNames.GetChat, SummarizeChatActivity.Name], run.Calls);
        Assert.Equal((1, 0), (report.Usage.ToolCalls, report.Usage.RateLimitWaits));
        Assert.Equal(("Sync", "Billing", 7), (report.Chat?.Title, report.Chat?.Department?.Name, report.Chat?.Messages));
        Assert.Equal(("Elena Petrova", Some.SarahId), (report.Customer?.Name, report.Customer?.ContactId));
        Assert.Equal(("Anna Berg", true), (report.Rep?.Name, report.Rep?.Active));
        Assert.Equal((Some.Anna.Id, Some.Moment.AddMinutes(7)), (report.LastRep!.Id, report.LastRep.AnsweredAt));
        Assert.Equal((WaitingOn.Team, Some.Moment.AddMinutes(10)), (report.Waiting!.On, report.Waiting.Since));
        Assert.Equal(("When will the calendar sync work again?", 6), (report.OpenQuestion?.Text, report.OpenQuestion?.HistoryItem));
        Assert.Equal([4], report.Tried.Select(action => action.HistoryItem));
        Assert.Equal([5], report.Promised.Select(action => action.HistoryItem));
        Assert.Equal((Mood.Impatient, 7), (report.Mood!.Last, Assert.Single(report.Mood.Signs).HistoryItem));
        Assert.Equal("It stopped.", report.Summary?.Text);
        Assert.Equal("Answer message 6 of the customer. See whether what was promised in message 5 was done.", report.NextStep);
        Assert.Empty(report.Problems);
    }

    [Fact]
    public async Task A_disabled_rep_is_told_with_an_active_colleague_of_the_department()
    {
        Rep[] reps = [Some.Anna with { Active = false }, Some.Anna with { Id = new(8), Name = "Ben Cole" }];
        var run = Run().Knows(Some.Moment, reps, [Some.Billing])
            .Values(ToolNames.GetChat, Usual).Answers(SummarizeChatActivity.Name, Summary);

        var report = await ChatSummary.RunAsync(run.Context);

        Assert.StartsWith(
            "Anna Berg, to whom the chat is assigned, is disabled: reassign it to Ben Cole (rep 8)",
            report.NextStep,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_chat_that_names_neither_rep_nor_department_takes_one_call_even_where_no_name_is_at_hand()
    {
        var run = Run().Knows(Some.Moment.AddDays(-1), [], [])
            .Values(ToolNames.GetChat, Chat(In(0, "Does this work?")) with { RepId = null, DepartmentId = null })
            .Answers(SummarizeChatActivity.Name, Summary);

        var report = await ChatSummary.RunAsync(run.Context);

        Assert.Equal([ToolNames.GetChat, SummarizeChatActivity.Name], run.Calls);
        Assert.Equal("The chat is assigned to nobody: assign it to an active rep, and answer message 1 of the customer.", report.NextStep);
    }

    [Fact]
    public async Task A_chat_that_ended_on_a_question_says_that_it_was_not_answered()
    {
        var ended = Chat(In(0, "Can you restart it?")) with { ClosedAt = Some.Moment.AddMinutes(30) };
        var run = Run().Values(ToolNames.GetChat, ended).Answers(SummarizeChatActivity.Name, Summary);

        var report = await ChatSummary.RunAsync(run.Context);

        Assert.Equal((WaitingOn.Nobody, WaitingJudgedBy.Dates), (report.Waiting!.On, report.Waiting.JudgedBy));
        Assert.Equal("The chat has ended, but message 1 of the customer was not answered: write to the customer.", report.NextStep);
    }

    [Fact]
    public async Task A_chat_of_nothing_but_thanks_at_its_end_has_no_open_question()
    {
        var thanked = Chat(In(0, "It does not sync."), Out(1, "Restarted."), In(2, "Thank you so much!!") with { OnlyThanks = true });
        var run = Run().Values(ToolNames.GetChat, thanked).Answers(SummarizeChatActivity.Name, Summary);

        var report = await ChatSummary.RunAsync(run.Context);

        Assert.Null(report.OpenQuestion);
        Assert.Equal(Mood.Thankful, report.Mood?.Last);
        Assert.Equal(
            "Nothing is to be answered: the customer's last message only thanks. Close the chat if nothing else is open.",
            report.NextStep);
    }

    [Fact]
    public async Task Who_was_told_to_wait_is_waited_on_and_every_question_since_the_last_answer_is_to_be_answered()
    {
        var held = Chat(
            In(0, "The import fails."), Out(1, "I restarted it."), In(2, "Does the new price hold for two years?"),
            Out(3, "One moment please, I am looking at it."), In(5, "And can we leave each month?"), In(9, "Are you still there?"));
        var run = Run().Values(ToolNames.GetChat, held).Answers(SummarizeChatActivity.Name, Summary);

        var report = await ChatSummary.RunAsync(run.Context);

        Assert.Equal((WaitingOn.Team, Some.Moment.AddMinutes(5)), (report.Waiting!.On, report.Waiting.Since));
        Assert.Equal([3, 5], new[] { report.OpenQuestion!.HistoryItem }.Concat(report.AlsoAsked).Order());
        Assert.Equal(["I restarted it."], report.Tried.Select(action => action.Text));
        Assert.Equal([4], report.Promised.Select(action => action.HistoryItem));
        Assert.Equal("Answer messages 3 and 5 of the customer. See whether what was promised in message 4 was done.", report.NextStep);
    }

    [Fact]
    public async Task What_the_team_quotes_of_the_customer_is_no_promise_of_the_team()
    {
        var quoting = Chat(In(0, "We will stop all payments!"), Out(1, "You wrote \"We will stop all payments\". I restarted the sync."));
        var run = Run().Values(ToolNames.GetChat, quoting).Answers(SummarizeChatActivity.Name, Summary);

        var report = await ChatSummary.RunAsync(run.Context);

        Assert.Empty(report.Promised);
        Assert.Equal(["I restarted the sync."], report.Tried.Select(action => action.Text));
    }

    [Fact]
    public async Task A_refused_call_is_a_result_that_says_so_and_claims_nothing_else()
    {
        var run = Run().Refuses<Chat>(ToolNames.GetChat, ToolErrorKind.NotFound);

        var report = await ChatSummary.RunAsync(run.Context);

        Assert.Equal("refused-not-found", Assert.Single(report.Problems).Type);
        Assert.StartsWith("Look up the chat's id", report.NextStep, StringComparison.Ordinal);
        Assert.Equal(new ChatSummaryReport { NextStep = report.NextStep, Usage = report.Usage, Problems = report.Problems }, report);
    }

    [Fact]
    public async Task Messages_that_could_not_be_read_are_told_and_no_mood_is_claimed()
    {
        var run = Run().Values(ToolNames.GetChat, Chat() with { Gaps = new() { IsUnreadable = true } });

        var report = await ChatSummary.RunAsync(run.Context);

        Assert.Contains(report.Problems, problem => problem.Type is "unreadable-history");
        Assert.Null(report.Mood);
        Assert.Null(report.Summary);
    }

    [Fact]
    public async Task An_input_without_an_id_ends_the_run_and_names_the_field()
    {
        var run = new RunMock().Of(ChatSummary.Name, new ChatSummaryInput { ChatId = new("") });

        var failure = await Assert.ThrowsAsync<RunFailedException>(() => ChatSummary.RunAsync(run.Context));

        Assert.Equal("The input must have a chatId.", failure.Message);
    }

    private static RunMock Run() => new RunMock().Of(ChatSummary.Name, new ChatSummaryInput { ChatId = new("10294") });

    private static Chat Chat(params HistoryItem[] messages) => new()
    {
        Id = new("10294"),
        Title = "Sync",
        ClientName = "Elena Petrova",
        ContactId = Some.SarahId,
        RepId = Some.Anna.Id,
        DepartmentId = Some.Billing.Id,
        Messages = [.. messages.Select((message, index) => message with { Number = index + 1, Kind = HistoryKind.Chat })],
    };

    private static HistoryItem In(int minute, string text) => Some.In(text) with { At = Some.Moment.AddMinutes(minute) };

    private static HistoryItem Out(int minute, string text) => Some.Out(7, text) with { At = Some.Moment.AddMinutes(minute) };
}
