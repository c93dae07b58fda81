using FuseDeskFlows.FuseDesk.Waits;
using FuseDeskFlows.Language.Results;
using FuseDeskFlows.Reports.Chats;
using FuseDeskFlows.Tests.Reports.Rendering;

namespace FuseDeskFlows.Tests.Reports.Chats;

public sealed class ChatSummaryRenderingTests
{
    public static TheoryData<string> Texts => [.. HostileText.All];

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task Hostile_text_forms_nothing_but_text(string text)
    {
        Assert.Equal(Html.Tags(await PageAsync("text")), Html.Tags(await PageAsync(text)));
        ParsedMarkdown.HasTextAlone(ChatSummaryMarkdown.Render(Report(text)));
    }

    [Fact]
    public async Task Both_pages_tell_who_waits_what_is_open_and_which_message_shows_the_mood()
    {
        foreach (var page in new[] { await PageAsync("x"), ChatSummaryMarkdown.Render(Report("x")) })
        {
            Assert.Contains("The customer waits for the team", page, StringComparison.Ordinal);
            Assert.Contains("Open question", page, StringComparison.Ordinal);
            Assert.Contains("impatient", page, StringComparison.Ordinal);
            Assert.Contains("message 3", page, StringComparison.Ordinal);
            Assert.Contains("some-model", page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_chat_that_could_not_be_read_says_so() =>
        Assert.Contains("The chat could not be read", ChatSummaryMarkdown.Render(new()), StringComparison.Ordinal);

    private static ChatSummaryReport Report(string text) => new()
    {
        Chat = new() { Id = new("10294"), Title = text, Department = new() { Id = new(3), Name = text }, Messages = 3 },
        AsOf = Some.Moment,
        Customer = new() { Name = text },
        Rep = new() { Id = new(7), Name = text, Active = false, Alternative = new() { Id = new(8), Name = text } },
        LastRep = new() { Id = new(7), Name = text, AnsweredAt = Some.Moment },
        Waiting = new() { On = WaitingOn.Team, Since = Some.Moment, JudgedBy = WaitingJudgedBy.Messages },
        OpenQuestion = new() { Text = text, HistoryItem = 3 },
        Issue = new() { Text = text, WrittenBy = "extractive" },
        Tried = [new() { By = text, Text = text, HistoryItem = 2 }],
        Promised = [new() { By = text, Text = text, HistoryItem = 2 }],
        Mood = new()
        {
            Last = Mood.Impatient,
            Signs = [new() { Mood = Mood.Impatient, Text = text, ShownBy = "wrote again", HistoryItem = 3 }],
        },
        Summary = new() { Text = text, WrittenBy = "some-model", Statements = [new() { Text = text, Evidence = [1] }] },
        NextStep = text,
        Problems = [new() { Type = "model-unavailable", Detail = text }],
    };

    private static Task<string> PageAsync(string text) => Html.OfAsync<ChatSummaryReport, ChatSummaryView>(Report(text));
}
