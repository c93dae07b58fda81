using FuseDeskFlows.FuseDesk;
using FuseDeskFlows.Language.Extractive;

namespace FuseDeskFlows.Tests.Language.Extractive;

public sealed class ExtractiveTextsTests
{
    [Fact]
    public void A_promise_is_told_with_its_date_unless_it_has_been_told_already()
    {
        var summary = ExtractiveSummarizer.Summarize(
            Some.Case(
                Some.In("The export fails. Can you fix it?"),
                Some.Out(
                    7,
                    "We have restarted the export and found that order 1234 was stuck in the queue. "
                        + "We will send the missing files by Friday, 6 March."),
                Some.In("Thank you. When exactly?")))!;

        Assert.Single(
            summary.Statements,
            statement => statement.Text.Contains("We will send the missing files by Friday, 6 March.", StringComparison.Ordinal));
    }

    [Fact]
    public void Of_two_equal_sentences_the_one_with_an_amount_or_a_date_is_kept()
    {
        var summary = ExtractiveSummarizer.Summarize(Some.Case(
            Some.In("Refund please?"),
            Some.Out(7, "We refunded the first invoice of the customer account. We refunded the other invoice of $49.90 on 3 March.")))!;

        Assert.Contains("$49.90", summary.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_question_that_is_asked_again_in_the_same_words_is_quoted_once()
    {
        var summary = ExtractiveSummarizer.Summarize(
            Some.Case(Some.In("When will the export work?"), Some.Out(7, "We are looking."), Some.In("When will the export work?")))!;

        Assert.Single(
            summary.Text.Split("When will the export work?"), part => part.Length == 0 || part.Contains("wrote", StringComparison.Ordinal));
    }

    [Fact]
    public void A_digest_line_is_what_it_is_about_and_the_open_question_or_the_last_thing_done()
    {
        var asked = ExtractiveLineWriter.Write(
            Some.Case(Some.In("It fails."), Some.Out(7, "We have restarted it."), Some.In("Can you fix it?")))!;
        var done = ExtractiveLineWriter.Write(Some.Case(Some.In("It fails. Can you fix it?"), Some.Out(7, "We have restarted it.")))!;

        Assert.Equal("It fails. Open: “Can you fix it?”", asked.Text);
        Assert.Equal([1, 3], Assert.Single(asked.Statements).Evidence);
        Assert.Equal("It fails. The team: “We have restarted it.”", done.Text);
        Assert.Equal([1, 2], Assert.Single(done.Statements).Evidence);
        Assert.Null(ExtractiveLineWriter.Write(Some.Case()));
    }

    [Fact]
    public void A_chats_issue_is_its_trouble_and_the_last_question()
    {
        var chat = new Chat
        {
            Id = new("ch-1"),
            Messages =
            [
                .. Some.Case(
                    Some.In("I cannot log in since yesterday."),
                    Some.Out(7, "Which browser?"),
                    Some.In("Firefox. Are you still there?")).History,
            ],
        };

        var issue = ExtractiveChatSummarizer.Summarize(chat)!;

        Assert.Equal([1, 3], issue.Statements.SelectMany(statement => statement.Evidence));
        Assert.Contains("I cannot log in since yesterday.", issue.Text, StringComparison.Ordinal);
        Assert.Contains("Are you still there?", issue.Text, StringComparison.Ordinal);
        Assert.Null(ExtractiveChatSummarizer.Summarize(new() { Id = new("ch-2") }));
    }

    [Fact]
    public void A_chats_issue_is_never_what_answers_the_teams_question()
    {
        var answered = Issue(
            Some.In("Can members book for their children?"), Some.Out(7, "How many bookings do you have?"),
            Some.In("About 35 on a Saturday, and turnstiles at two of the gyms."), Some.Out(7, "They can book for their children."));
        var log = Issue(
            Some.In("2026-03-02 09:00:01 ERROR Import failed: row 12"), Some.Out(7, "What did you do before this?"),
            Some.In("Nothing, it came by itself."));

        Assert.Equal("Can members book for their children?", answered.Text);
        Assert.StartsWith("2026-03-02 09:00:01 ERROR Import failed: row 12", log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_is_told_to_wait_a_moment_has_no_answer_and_it_is_told_as_a_promise()
    {
        HistoryItem[] messages = [Some.In("The export fails. Can you fix it?"), Some.Out(7, "One moment please, I am looking at it.")];

        var summary = ExtractiveSummarizer.Summarize(Chat(messages))!;

        Assert.Contains("promised", summary.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("answered", summary.Text, StringComparison.Ordinal);
        Assert.Equal("The export fails. Can you fix it?", Issue(messages).Text);
    }

    private static FuseDeskFlows.Language.Results.GeneratedText Issue(params HistoryItem[] messages) =>
        ExtractiveChatSummarizer.Summarize(Chat(messages))!;

    private static Chat Chat(params HistoryItem[] messages) => new() { Id = new("ch-1"), Messages = [.. Some.Case(messages).History] };

    [Fact]
    public void A_draft_leaves_the_answer_visibly_open_and_quotes_no_internal_note()
    {
        var draft = ExtractiveDraft.Write(
            Some.Case(
                Some.In("Can you fix it?"),
                Some.Out(7, "We have restarted the export."),
                Some.Note(7, "We have found that the customer never pays.")))!;

        Assert.Contains("[The answer goes here.]", draft.Text, StringComparison.Ordinal);
        Assert.Contains("We have restarted the export.", draft.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("never pays", draft.Text, StringComparison.Ordinal);
        Assert.Null(ExtractiveDraft.Write(Some.Case(Some.Note(7, "Nothing."))));
    }
}
