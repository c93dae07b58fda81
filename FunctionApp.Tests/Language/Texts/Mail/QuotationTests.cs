namespace FuseDeskFlows.Tests.Language.Texts.Mail;

/// <summary>Answers to a rep's question, in the ways in which people and programs quote it.</summary>
public sealed class QuotationTests
{
    private const string Asked = "thank you for the report. Which version of the app do you use, and could you send us the log file?";

    [Theory]
    [InlineData(
        "Version 4.2\n\nOn Thu, Nov 12, 2026 at 10:15 AM X <x@y.example> wrote:\n> thank you for the report. Which version of the app do\n"
            + "you use, and\n> could you send us the log file?")]
    [InlineData("Version 4.2\nFjordline Support\n<help@fjordline.example> wrote on 12.11.2026 10:15:\n> " + Asked)]
    [InlineData("Version 4.2\n\nFjordline Support\n<help@fjordline.example> schrieb am Do., 12. Nov. 2026, 10:15:\n\n" + Asked)]
    [InlineData(
        "Version 4.2\n\nDne čt 12. 11. 2026 v 10:15 Fjordline Support napsal(a):\n\nHello,\n\n" + Asked + "\n\nKind regards\nNora Quist")]
    [InlineData("Version 4.2\n\n> Hello,\n>\n> " + Asked + "\n>\n>> The export of our member list is empty since Monday.")]
    [InlineData(
        "Version 4.2\n\nJonas Weber\nWeber GmbH\n\nFrom: Nora Quist <help@fjordline.example>\nDate: Thursday, 12 November 2026 at 10:15\n"
            + "To: Jonas <j@w.example>\nCc: A <a@b.example>, B\n <b@b.example>\nSubject: Re: Export\n\n"
            + Asked)]
    [InlineData("Version 4.2\n\n" + Asked)]
    public void An_answer_is_what_stands_around_them(string text) => Assert.Equal("Version 4.2", Mails.Answer(text).Text);

    [Fact]
    public void A_quotation_on_the_answers_own_line_is_one() => Assert.Equal(
        "Version 4.2.",
        Mails
            .Answer(
                "Version 4.2. On Thu, Nov 12, 2026 at 10:15 AM Fjordline Support <help@fjordline.example> wrote: Hello, "
                    + $"{Asked} Kind regards Nora Quist")
            .Text);

    [Fact]
    public void Answers_below_unmarked_questions_are_found() => Assert.Equal(
        "4.2\n\nNo.",
        Mails.Answer("Hello,\n\n4.2\n\nWhich version of the app do you use, and could you send us the log file?\n\nNo.").Text);

    [Theory]
    [InlineData("You asked: \"Which version of the app do you use, and could you send us the log file?\" I do not know.")]
    [InlineData("You want to know which version of the app do you use, and that is what I cannot tell.")]
    public void What_is_cited_in_a_sentence_is_a_part_of_it(string text) => Assert.Equal(text, Mails.Answer(text).Text);

    [Fact]
    public void What_follows_an_unmarked_quotation_under_a_header_on_top_is_the_answer() => Assert.Equal(
        "Nothing has arrived. We cancel.",
        Mails.Answer($"On 12 November 2026 at 10:15 Nora Quist wrote:\n{Asked}\n\nNothing has arrived. We cancel.").Text);

    [Theory]
    [InlineData(
        "FYI\n\n---------- Forwarded message ---------\nFrom: Bank <b@bank.example>\nDate: Thu\nSubject: Notice\nTo: <j@w.example>\n\n"
            + "Pay now?",
        "FYI")]
    [InlineData(
        "Begin forwarded message:\n\n> From: Bank <b@bank.example>\n> Subject: Notice\n> Date: 12 November 2026\n> To: j@w.example\n>\n"
            + "> Pay now?",
        "")]
    [InlineData(
        "siehe unten\n\nVon: Bank <b@bank.example>\nGesendet: Donnerstag, 12. November 2026 08:10\nAn: Jonas\nBetreff: Notice\n\nPay now?",
        "siehe unten")]
    public void A_mail_that_is_handed_on_is_its_writers(string text, string own)
    {
        var item = Mails.Only(text);

        Assert.Equal(
            (own, "Bank <b@bank.example>", "Notice", "Pay now?"),
            (item.Text, item.Forwarded?.From, item.Forwarded?.Subject, item.Forwarded?.Text));
    }
}
