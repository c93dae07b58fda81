using FuseDeskFlows.Language.Texts;

namespace FuseDeskFlows.Tests.Language.Texts;

public sealed class MessageTextTests
{
    [Theory]
    [InlineData("On Mon, 2 Mar 2026 at 10:00, Tom Ellis wrote:\nOld text")]
    [InlineData("On Mon, 2 Mar 2026 at 10:00, Tom Ellis\n<tom@example.com> wrote:\nOld text")]
    [InlineData("Am 2. März 2026 um 10:00 schrieb Tom Ellis:\nOld text")]
    [InlineData("-----Original Message-----\nOld text")]
    [InlineData("From: Tom Ellis\nSent: Monday\nTo: Sarah\nOld text")]
    [InlineData("Begin forwarded message:\nOld text")]
    [InlineData("> Old text\n> more")]
    [InlineData("________________________________\nFrom: Tom")]
    public void Quoted_mails_are_cut(string quoted) => Assert.Equal("It failed again.", MessageText.ExtractNewText($"It failed again.\n\n{quoted}"));

    [Theory]
    [InlineData("-- \nSarah Meyer\nExampleCorp")]
    [InlineData("Best regards,\nSarah Meyer\nHead of Operations")]
    [InlineData("Thanks, Sarah")]
    [InlineData("Sent from my iPhone")]
    [InlineData("This email and any attachments are confidential.\nIf you are not the intended recipient, delete it.")]
    [InlineData("CONFIDENTIALITY NOTICE: for the addressee only.")]
    public void Signatures_and_disclaimers_are_cut(string ending) => Assert.Equal("It failed again.", MessageText.ExtractNewText($"It failed again.\n\n{ending}"));

    [Theory]
    [InlineData("Hi Tom,\n\nIt failed again.")]
    [InlineData("Hello support team,\nIt failed again.")]
    [InlineData("Dear Mr. Ellis: It failed again.")]
    [InlineData("Good morning,\r\n\r\nIt failed again.")]
    public void Greetings_are_dropped(string text) => Assert.Equal("It failed again.", MessageText.ExtractNewText(text));

    [Theory]
    [InlineData("Thanks for the quick help, but it still fails.")]
    [InlineData("On Monday it worked.")]
    [InlineData("The best\nregards the rest.")]
    [InlineData("High load all day long.")]
    public void Prose_that_only_looks_like_it_stays(string text) => Assert.Equal(text, MessageText.ExtractNewText(text));

    [Theory]
    [InlineData("Thank you!\nI tried the steps, but it still fails with error 500.")]
    [InlineData("Thanks\n\nCould you also tell me when it will work again?")]
    [InlineData("It failed again.\nThank you.\nMy second question: why was I charged twice?")]
    [InlineData("--\nIt failed again.\n--")]
    public void Thanks_before_the_message_are_no_closing(string text) => Assert.Contains(text.Split('\n')[1], MessageText.ExtractNewText(text), StringComparison.Ordinal);

    [Fact]
    public void A_line_across_a_message_cuts_nothing() =>
        Assert.EndsWith("It failed again.", MessageText.ExtractNewText("Order 4711\n____________________\nIt failed again."), StringComparison.Ordinal);

    [Fact]
    public void A_closing_far_from_the_end_does_not_cut_what_follows()
    {
        var rest = string.Join('\n', Enumerable.Range(1, 20).Select(line => $"Line {line}."));

        Assert.EndsWith("Line 20.", MessageText.ExtractNewText($"First.\nThanks\n{rest}"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \n ")]
    [InlineData("> only a quote")]
    public void Where_nothing_is_new_nothing_remains(string? text) => Assert.Equal("", MessageText.ExtractNewText(text));

    [Fact]
    public void Hostile_length_is_read_quickly()
    {
        var text = string.Concat(Enumerable.Repeat("On On On wrote wrote: ", 20_000));
        var watch = System.Diagnostics.Stopwatch.StartNew();

        SentenceSplitter.Split(MessageText.ExtractNewText(text));

        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), $"It took {watch.Elapsed}.");
    }
}
