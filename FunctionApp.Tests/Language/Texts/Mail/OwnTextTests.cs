using FuseDeskFlows.Language.Texts;

namespace FuseDeskFlows.Tests.Language.Texts.Mail;

public sealed class OwnTextTests
{
    [Theory]
    [InlineData("On Mon, 2 Mar 2026 at 10:00, Tom Ellis wrote:\nOld text")]
    [InlineData("On Mon, 2 Mar 2026 at 10:00, Tom Ellis\n<tom@example.com> wrote:\nOld text")]
    [InlineData("Am 2. März 2026 um 10:00 schrieb Tom Ellis:\nOld text")]
    [InlineData("-----Original Message-----\nOld text")]
    [InlineData("From: Tom Ellis\nSent: Monday\nTo: Sarah\nOld text")]
    [InlineData("*From:* Tom Ellis\n*Date:* Monday\n*Subject:* Old\n\nOld text")]
    [InlineData("Begin forwarded message:\nOld text")]
    [InlineData("> Old text\n> more")]
    [InlineData("________________________________\nFrom: Tom")]
    [InlineData(
        "---------- Přeposlaná zpráva ----------\nOd: Tom <tom@example.com>\nDatum: 2. 3. 2026 10:00\nKomu: Sarah\nPředmět: Old\n\n"
            + "Old text")]
    public void Quoted_mails_are_cut(string quoted) => Assert.Equal("It failed again.", Mails.Only($"It failed again.\n\n{quoted}").Text);

    [Theory]
    [InlineData("-- \nSarah Meyer\nExampleCorp")]
    [InlineData("Best regards,\nSarah Meyer\nHead of Operations")]
    [InlineData("Vielen Dank und freundliche Grüße\nSarah Meyer")]
    [InlineData("Thanks, Sarah")]
    [InlineData("Sent from my iPhone")]
    [InlineData("Jonas\nWeber GmbH\nTel. 0555 0100")]
    [InlineData("This email and any attachments are confidential.\nIf you are not the intended recipient, delete it.")]
    [InlineData("CONFIDENTIALITY NOTICE: for the addressee only.")]
    public void Signatures_and_disclaimers_are_cut(string ending) =>
        Assert.Equal("It failed again.", Mails.Only($"It failed again.\n\n{ending}").Text);

    [Theory]
    [InlineData("Best regards\nJonas Weber\n\nP.S. Order 4711 too.", "P.S. Order 4711 too.")]
    [InlineData("Sent from my iPhone\n\nOne more thing: invoice 4711 is wrong too.", "One more thing: invoice 4711 is wrong too.")]
    [InlineData("-- \nJonas Weber\n\nPlease call me before you change anything.", "Please call me before you change anything.")]
    [InlineData("This message is confidential and for the intended recipient only.\n\nWe cancel on Friday.", "We cancel on Friday.")]
    public void What_goes_on_as_prose_is_content(string ending, string content) =>
        Assert.Equal($"It failed again.\n\n{content}", Mails.Only($"It failed again.\n\n{ending}").Text);

    [Theory]
    [InlineData("Hi Tom,\n\nIt failed again.")]
    [InlineData("Hello support team,\nIt failed again.")]
    [InlineData("Dear Mr. Ellis: It failed again.")]
    [InlineData("Sehr geehrte Frau Quist,\n\nIt failed again.")]
    [InlineData("Good morning,\r\n\r\nIt failed again.")]
    public void Greetings_are_dropped(string text) => Assert.Equal("It failed again.", Mails.Only(text).Text);

    [Theory]
    [InlineData("Thanks for the quick help, but it still fails.")]
    [InlineData("On Monday it worked.")]
    [InlineData("The best\nregards the rest.")]
    [InlineData("High load all day long.")]
    [InlineData("Hey the export is broken!")]
    [InlineData("Sent from my account were 300 mails twice, on Monday alone.")]
    [InlineData("Our limit is\n> 500 rows\nand we need more.")]
    [InlineData("On Monday your colleague wrote:\n\"it is repaired\", and it is not.")]
    [InlineData("We fly as follows.\n\nFrom: Oslo 10:15\nTo: Bergen\nDate: 20 November 2026\n\nIs that right?")]
    [InlineData("Please send it to Ada <ada@weber.example> by 12.11.2026 in this order:\nname, number, date of birth.")]
    public void Prose_that_only_looks_like_it_stays(string text) => Assert.Equal(text, Mails.Only(text).Text);

    [Theory]
    [InlineData("Thank you!\nI tried the steps, but it still fails with error 500.")]
    [InlineData("Thanks\n\nCould you also tell me when it will work again?")]
    [InlineData("It failed again.\nThank you.\nMy second question: why was I charged twice?")]
    [InlineData("--\nIt failed again.\n--")]
    public void Thanks_before_the_message_are_no_closing(string text) =>
        Assert.Contains(text.Split('\n')[1], Mails.Only(text).Text, StringComparison.Ordinal);

    [Fact]
    public void A_line_across_a_message_cuts_nothing() => Assert.EndsWith(
        "It failed again.", Mails.Only("Order 4711\n____________________\nIt failed again.").Text, StringComparison.Ordinal);

    [Fact]
    public void A_closing_far_from_the_end_does_not_cut_what_follows()
    {
        var rest = string.Join('\n', Enumerable.Range(1, 20).Select(line => $"Line {line}."));

        Assert.EndsWith("Line 20.", Mails.Only($"First.\nThanks\n{rest}").Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n ")]
    [InlineData("> only a quote")]
    public void Where_nothing_is_new_nothing_remains(string text) => Assert.Equal("", Mails.Only(text).Text);

    [Fact]
    public void Thanks_that_are_all_that_was_written_stay() => Assert.Equal(
        "Thanks a lot!",
        Mails.Answer($"Thanks a lot!\nJonas\n\n> {Mails.Question.Replace("\n", "\n> ", StringComparison.Ordinal)}").Text);

    [Fact]
    public void A_message_that_was_sent_twice_is_none_that_quotes_itself()
    {
        const string Text = "The export is empty again. Please call me today, we need it for our board.";

        Assert.Equal(Text, Mails.Separate(Mails.FromCustomer(Text), Mails.FromCustomer(Text))[1].Text);
    }

    [Fact]
    public void Hostile_length_is_read_quickly()
    {
        var text = string.Concat(Enumerable.Repeat("On On On wrote wrote: ", 20_000));
        var watch = System.Diagnostics.Stopwatch.StartNew();

        SentenceSplitter.Split(Mails.Only(text).Text);

        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(30), $"It took {watch.Elapsed}.");
    }
}
